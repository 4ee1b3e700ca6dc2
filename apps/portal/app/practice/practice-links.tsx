import { EntryList, entryRow } from '../entry/entry-row.tsx'
import { EntrySubjects } from '../entry/entry-subjects.tsx'
import { Name, Plain } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { Fold } from '../ui/fold.tsx'
import { ResultList } from '../ui/result-row.tsx'
import type { PracticePage } from './practice.fields.ts'
import { missingFields, relatedReasons } from './practice-words.ts'

/** What it is filed under; each word leads to everything else that is. */
export function PracticeSubjects({ practice }: { readonly practice: PracticePage }) {
  const { t } = useWords()
  return (
    <EntrySubjects
      subjects={[
        { term: t('entry.policyAreas'), concepts: practice.policyAreas, filter: 'policyArea' },
        { term: t('entry.forWhom'), concepts: practice.targetGroups, filter: 'targetGroup' },
        { term: t('entry.measureTypes'), concepts: practice.measureTypes, filter: 'measureType' },
        {
          term: t('practice.governanceDimensions'),
          concepts: practice.governanceDimensions,
          filter: 'governanceDimension',
        },
        { term: t('practice.cityRoles'), concepts: practice.cityRoles },
      ]}
    />
  )
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
              <a href={url}>
                <Plain>{alternative}</Plain>
              </a>{' '}
              <span className="quiet">
                (<Name>{rightsHolder}</Name>)
              </span>
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
