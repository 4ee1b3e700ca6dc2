import type { ReactNode } from 'react'
import { ConceptLinks } from '../entry/concept-links.tsx'
import { Plain, Told, withNote } from '../entry/marked.tsx'
import { langOf } from '../entry/text.ts'
import { useWords } from '../i18n/use-words.tsx'
import { type SummaryItem, SummaryList } from '../ui/summary-list.tsx'
import type { PracticePage } from './practice.fields.ts'
import { costText, evidenceSentence } from './practice-words.ts'

/** What, for whom, with what result, on what evidence, at what cost. A short record leaves out what is not stated. */
export function PracticeInShort({ practice }: { readonly practice: PracticePage }) {
  const { t, locale } = useWords()
  const { summary, targetGroups, coverage } = practice
  const items: readonly SummaryItem[] = [
    {
      term: t('practice.what'),
      detail: summary ? <span lang={langOf(locale, summary)}>{summary.value}</span> : undefined,
    },
    {
      term: t('entry.forWhom'),
      detail:
        targetGroups.length > 0 ? <ConceptLinks concepts={targetGroups} filter="targetGroup" /> : undefined,
    },
    {
      term: t('practice.whatCame'),
      detail: resultInShort(practice, t('practice.moreResults', { count: practice.results.length })),
      ...(practice.notMeasured ? { missing: t('ui.notMeasured') } : {}),
    },
    { term: t('state.evidence'), detail: evidenceSentence(locale, practice.evidenceLevel) },
    { term: t('practice.cost'), detail: withNote(costText(locale, practice), practice.budgetNote) },
  ]
  return (
    <SummaryList
      look="box"
      items={coverage === 'FULL' ? items : items.filter(({ detail, missing }) => detail ?? missing)}
    />
  )
}

/** The first result in a line, and the way to the others. */
function resultInShort({ results }: PracticePage, more: string): ReactNode {
  const [first] = results
  if (!first) return undefined
  const { indicator, value } = first
  return (
    <>
      <Told text={indicator} />
      {value ? (
        <>
          : <Plain>{value}</Plain>
        </>
      ) : null}
      {results.length > 1 ? (
        <>
          <br />
          <a href="#results">{more}</a>
        </>
      ) : null}
    </>
  )
}
