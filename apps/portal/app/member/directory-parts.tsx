import { useWords } from '../i18n/use-words.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { FactLine } from '../ui/fact-line.tsx'
import { Field } from '../ui/field.tsx'
import type { DirectoryChoices, Member } from './directory.query.ts'
import type { DirectoryParams } from './load-directory.server.ts'
import { levels, offeredLanguages, offers } from './spoken-languages.ts'

interface FormProps {
  readonly params: DirectoryParams
  readonly choices: DirectoryChoices
  /** Title of the city that was meant; empty for none. */
  readonly city: string
}

/** Whom to look for: a GET form, so that the address is the search. */
export function DirectoryForm({ params, choices, city }: FormProps) {
  const { t, href, language, locale } = useWords()
  const any = { value: '', label: t('member.any') }
  const languages = offeredLanguages
    .map((tag) => ({ value: tag, label: language(tag) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  const areas = choices.conceptScheme?.concepts ?? []
  return (
    <search>
      <form method="get" action={href('/members')} className="directory-form" data-enhance="tidy">
        <Field name="q" type="search" label={t('member.findWords')} value={params.q} />
        <Field
          name="area"
          label={t('member.knows')}
          value={params.area}
          options={[any, ...areas.map(({ id, label }) => ({ value: id, label: label.value }))]}
        />
        <Field
          name="offer"
          label={t('member.can')}
          value={params.offer}
          options={[any, ...offers.map((offer) => ({ value: offer, label: t(`member.offer_${offer}`) }))]}
        />
        <Field
          name="language"
          label={t('member.language')}
          value={params.language}
          options={[any, ...languages]}
        />
        <Field
          name="level"
          label={t('member.levelFrom')}
          value={params.level}
          options={[any, ...levels.map((level) => ({ value: level, label: t(`member.level_${level}`) }))]}
        />
        <Field name="city" label={t('member.city')} value={city || params.city} />
        <Field
          name="network"
          label={t('member.network')}
          value={params.network}
          options={[
            any,
            ...choices.networks.nodes.map(({ id, title }) => ({ value: id, label: title.value })),
          ]}
        />
        <p>
          <Button>{t('member.find')}</Button>{' '}
          <ButtonLink href={href('/members')} look="quiet">
            {t('ui.clearFilters')}
          </ButtonLink>
        </p>
      </form>
    </search>
  )
}

/** One person as a row. */
export function MemberRow({ member }: { readonly member: Member }) {
  const { t, href, list, language } = useWords()
  const places = member.affiliations.flatMap((one) =>
    one.entry && one.confirmedAt ? [one.entry.title.value] : [],
  )
  return (
    <li>
      <h2>
        <a href={href(member.path)}>{member.name}</a>
      </h2>
      {member.position ? <p lang="">{member.position}</p> : null}
      <FactLine
        facts={[
          list(places),
          list(member.languages.map((one) => language(one.language))),
          list(member.offers.map((offer) => t(`member.offer_${offer}`))),
        ]}
      />
    </li>
  )
}
