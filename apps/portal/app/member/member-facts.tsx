import type { ReactNode } from 'react'
import { Name } from '../entry/marked.tsx'
import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { EntryName } from './affiliation-sections.tsx'
import type { Member } from './directory.query.ts'

/** What a member shows of herself, as terms and details; what she does not is left out of the details. */
export function useMemberFacts(member: Member): readonly { term: string; detail: ReactNode }[] {
  const { t, language, list, href, locale } = useWords()
  const places = member.affiliations.filter((one) => one.confirmedAt !== null)
  return [
    {
      term: t('member.belongsTo'),
      detail: places.length > 0 && (
        <ul className="plain-list">
          {places.map((one) => (
            <li key={one.id}>
              <EntryName entry={one.entry} />{' '}
              <span className="quiet">
                {one.position ? <Name>{one.position}</Name> : t(`member.function_${one.function}`)}
              </span>
            </li>
          ))}
        </ul>
      ),
    },
    {
      term: t('member.languages'),
      detail: member.languages.length > 0 && (
        <ul className="plain-list">
          {member.languages.map((one) => (
            <li key={one.language}>
              {t('member.languageAt', {
                language: language(one.language),
                level: t(`member.level_${one.level}`),
              })}
            </li>
          ))}
        </ul>
      ),
    },
    {
      term: t('member.knows'),
      detail: (member.policyAreas.length > 0 || member.components.length > 0) && (
        <ul className="plain-list">
          {member.policyAreas.map(({ id, label }) => (
            <li key={id}>
              <a href={href(`/policy-areas/${String(id).split('/')[1]}`)}>{label.value}</a>
            </li>
          ))}
          {member.components.map(({ id, path, title }) => (
            <li key={id}>
              <a href={href(path)} lang={foreignLang(locale, title.language)}>
                {title.value}
              </a>
            </li>
          ))}
        </ul>
      ),
    },
    { term: t('member.can'), detail: list(member.offers.map((offer) => t(`member.offer_${offer}`))) },
  ].map(({ term, detail }) => ({ term, detail: detail === false ? '' : detail }))
}
