import { ConceptLinks } from '../entry/concept-links.tsx'
import { EntryList, entryRow } from '../entry/entry-row.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { Fold } from '../ui/fold.tsx'
import { ResultList } from '../ui/result-row.tsx'
import { type SummaryItem, SummaryList } from '../ui/summary-list.tsx'
import type { PracticePage } from './practice.fields.ts'
import { missingFields, relatedReasons } from './practice-words.ts'

/** What it is filed under; each word leads to everything else that is. */
export function PracticeSubjects({ practice }: { readonly practice: PracticePage }) {
  const { t } = useWords()
  const fields = [
    [t('practice.policyAreas'), practice.policyAreas, 'policyArea'],
    [t('practice.targetGroups'), practice.targetGroups, 'targetGroup'],
    [t('practice.measureTypes'), practice.measureTypes, 'measureType'],
    [t('practice.governanceDimensions'), practice.governanceDimensions, 'governanceDimension'],
    [t('practice.cityRoles'), practice.cityRoles, undefined],
  ] as const
  const items: readonly SummaryItem[] = fields
    .filter(([, concepts]) => concepts.length > 0)
    .map(([term, concepts, filter]) => ({
      term,
      detail: <ConceptLinks concepts={concepts} {...(filter ? { filter } : {})} />,
    }))
  return <SummaryList items={items} />
}

/** Practices that are like it, each with why. */
export function RelatedPractices({ related }: { readonly related: PracticePage['related'] }) {
  const { locale } = useWords()
  const rows = related.map(({ practice, ...shared }) => ({
    ...entryRow(locale, practice),
    reasons: relatedReasons(locale, shared),
  }))
  return <ResultList rows={rows} />
}

/** Visits at which it was shown, publications that describe it, pictures of it. */
export function PracticeVisitsAndResources({ practice }: { readonly practice: PracticePage }) {
  const { visits, resources, media } = practice
  return (
    <>
      <EntryList entries={[...visits.nodes, ...resources.nodes]} withKind />
      {media.length > 0 ? (
        <ul className="plain-list">
          {media.map(({ url, alternative, rightsHolder }) => (
            <li key={url}>
              <a href={url}>{alternative}</a> <span className="quiet">({rightsHolder})</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

/** What would make it a full fiche, for those who could state it. */
export function MissingFields({ names }: { readonly names: readonly string[] }) {
  const { t, locale } = useWords()
  const words = missingFields(locale, names)
  if (words.length === 0) return null
  return (
    <Fold title={t('practice.missingTitle', { count: words.length })}>
      <p className="hint">{t('practice.missingText')}</p>
      <ul className="index-list hint">
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </Fold>
  )
}
