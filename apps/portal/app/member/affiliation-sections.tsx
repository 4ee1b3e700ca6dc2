import { Intent } from '../account/account-sections.tsx'
import { Name } from '../entry/marked.tsx'
import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Section } from '../ui/section.tsx'
import type { Affiliation, PersonAt } from './affiliations.query.ts'
import type { Led } from './affiliations.server.ts'

/** The title of an entry with a link to its page; a dash of words for what the viewer may not see. */
export function EntryName({ entry }: { readonly entry: Affiliation['entry'] }) {
  const { t, href, locale } = useWords()
  if (!entry) return <>{t('member.hiddenEntry')}</>
  return (
    <a href={href(entry.path)} lang={foreignLang(locale, entry.title.language)}>
      {entry.title.value}
    </a>
  )
}

interface OneButtonProps {
  readonly intent: string
  readonly fields: Readonly<Record<string, string>>
  readonly label: string
}

/** A form of one button. */
function OneButton({ intent, fields, label }: OneButtonProps) {
  return (
    <form method="post">
      <Intent value={intent} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button look="quiet">{label}</Button>
    </form>
  )
}

export function OwnAffiliations({ affiliations }: { readonly affiliations: readonly Affiliation[] }) {
  const { t, date } = useWords()
  return (
    <Section id="own" title={t('member.ownTitle')}>
      {affiliations.length === 0 ? <p>{t('member.ownNone')}</p> : null}
      <ul className="own-list">
        {affiliations.map((one) => (
          <li key={one.id}>
            <p>
              <strong>
                <EntryName entry={one.entry} />
              </strong>
              <br />
              <span className="quiet">
                {t(`member.function_${one.function}`)} ·{' '}
                {one.confirmedAt
                  ? t('member.confirmedOn', { date: date(one.confirmedAt.slice(0, 10)) })
                  : t('member.waits')}
              </span>
            </p>
            <OneButton
              intent="end"
              fields={{ id: one.id }}
              label={t(one.confirmedAt ? 'member.leave' : 'member.takeBack')}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function ToDecide({ waiting }: { readonly waiting: readonly PersonAt[] }) {
  const { t } = useWords()
  if (waiting.length === 0) return null
  return (
    <Section id="waiting" title={t('member.waitingTitle')}>
      <ul className="own-list">
        {waiting.map(({ memberId, name, affiliation }) => (
          <li key={affiliation.id}>
            <p>
              <strong>{name}</strong>
              <br />
              <span className="quiet">
                {t(`member.function_${affiliation.function}`)} ·{' '}
                <Name>{affiliation.position ?? memberId}</Name>
              </span>
              <br />
              <EntryName entry={affiliation.entry} />
            </p>
            <div className="own-actions">
              <OneButton
                intent="confirm"
                fields={{ id: affiliation.id }}
                label={t('member.confirm', { name })}
              />
              <OneButton
                intent="refuse"
                fields={{ id: affiliation.id }}
                label={t('member.refuse', { name })}
              />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function LedEntry({ led, own }: { readonly led: Led; readonly own: string }) {
  const { t, href, locale } = useWords()
  const { entry, people } = led
  const others = people.filter((one) => one.memberId !== own && one.affiliation.confirmedAt)
  return (
    <Section id={`at-${entry.id}`} title={entry.title.value}>
      {others.length === 0 ? <p>{t('member.alone')}</p> : null}
      <ul className="own-list" lang={locale}>
        {others.map(({ memberId, name, affiliation }) => (
          <li key={affiliation.id}>
            <p>
              <strong>{name}</strong>
              <br />
              <span className="quiet">{t(`member.function_${affiliation.function}`)}</span>
            </p>
            <div className="own-actions">
              {affiliation.function === 'MEMBER' ? (
                <OneButton
                  intent="hand-over"
                  fields={{ entry: entry.id, member: memberId }}
                  label={t('member.handOver', { name })}
                />
              ) : null}
              <OneButton intent="end" fields={{ id: affiliation.id }} label={t('member.remove', { name })} />
            </div>
          </li>
        ))}
      </ul>
      <p>
        <a href={`${href('/administration/trail')}?entry=${entry.id}`}>{t('member.historyOf')}</a>
        {entry.id.startsWith('netw_') ? (
          <>
            {' '}
            <a href={`${href('/imports')}?network=${entry.id}`}>{t('import.title')}</a>
          </>
        ) : null}
      </p>
    </Section>
  )
}

interface FindPlaceProps {
  readonly q: string
  readonly found: readonly { readonly id: string; readonly title: { readonly value: string } }[] | null
}

/** First the name of a place, then which one it is and as what. */
export function FindPlace({ q, found }: FindPlaceProps) {
  const { t, href } = useWords()
  return (
    <Section id="ask" title={t('member.askTitle')}>
      <form method="get" action={href('/account/affiliations')} className="form-fields">
        <Field name="q" label={t('member.askWhere')} hint={t('member.askHint')} value={q} />
        <p>
          <Button look="secondary">{t('member.find')}</Button>
        </p>
      </form>
      {found?.length === 0 ? <p>{t('member.askNone', { text: q })}</p> : null}
      {found && found.length > 0 ? (
        <form method="post" action={href('/account/affiliations')} className="form-fields">
          <Intent value="request" />
          <Field
            name="entry"
            label={t('member.askWhich')}
            options={found.map(({ id, title }) => ({ value: id, label: title.value }))}
          />
          <Field
            name="function"
            label={t('member.askAs')}
            hint={t('member.askAsHint')}
            options={[
              { value: 'member', label: t('member.function_MEMBER') },
              { value: 'lead', label: t('member.asLead') },
            ]}
          />
          <Field name="position" label={t('member.askPosition')} />
          <p>
            <Button>{t('member.ask')}</Button>
          </p>
        </form>
      ) : null}
    </Section>
  )
}
