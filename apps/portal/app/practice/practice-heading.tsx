import { ConceptLinks } from '../entry/concept-links.tsx'
import { EntryHeading } from '../entry/entry-heading.tsx'
import { EntryLink } from '../entry/entry-link.tsx'
import { EntryNote } from '../entry/entry-note.tsx'
import { Plain } from '../entry/marked.tsx'
import { periodText } from '../entry/period.ts'
import { evidenceState, freshnessState, stageState } from '../entry/states.ts'
import { useWords } from '../i18n/use-words.tsx'
import type { PracticePage } from './practice.fields.ts'

/** Title, strapline, where and when, who leads it, and how far it can be relied on. */
export function PracticeHeading({ practice }: { readonly practice: PracticePage }) {
  const { t, locale, href } = useWords()
  const { city, country, territory, leadOrganisation, governanceLevel, stage } = practice
  return (
    <EntryHeading
      entry={practice}
      trail={[{ label: t('frame.practices'), href: href('/practices') }]}
      strapline={practice.strapline}
      facts={[
        city ? (
          <EntryLink key="city" entry={city} />
        ) : territory ? (
          <Plain key="territory">{territory}</Plain>
        ) : null,
        country ? <EntryLink key="country" entry={country} /> : null,
        periodText(locale, practice, stage === 'ENDED' || stage === 'FAILED'),
        leadOrganisation ? <EntryLink key="lead" entry={leadOrganisation} /> : null,
        governanceLevel ? (
          <ConceptLinks key="level" concepts={[governanceLevel]} filter="governanceLevel" />
        ) : null,
      ]}
      states={[
        evidenceState(locale, practice.evidenceLevel),
        freshnessState(locale, practice.freshness),
        ...(stage ? [stageState(locale, stage)] : []),
      ]}
    >
      <EntryNote entry={practice} reliedOn />
    </EntryHeading>
  )
}
