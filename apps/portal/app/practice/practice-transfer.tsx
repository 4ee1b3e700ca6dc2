import { ConceptLinks } from '../entry/concept-links.tsx'
import { Plain, withNote } from '../entry/marked.tsx'
import { langOf } from '../entry/text.ts'
import { useWords } from '../i18n/use-words.tsx'
import { type SummaryItem, SummaryList } from '../ui/summary-list.tsx'
import type { PracticePage } from './practice.fields.ts'
import { costText } from './practice-words.ts'

type Precondition = PracticePage['preconditions'][number]

/** What a place needs for it to work there, by kind of need. */
export function PracticeNeeds({ preconditions }: { readonly preconditions: readonly Precondition[] }) {
  const { t } = useWords()
  const types = [...new Set(preconditions.map(({ type }) => type))]
  return (
    <SummaryList
      items={types.map((type) => ({
        term: t(`practice.need_${type}`),
        detail: (
          <ul>
            {preconditions
              .filter((need) => need.type === type)
              .map((need) => (
                <li key={need.text.value}>
                  <Need need={need} />
                </li>
              ))}
          </ul>
        ),
      }))}
    />
  )
}

function Need({ need }: { readonly need: Precondition }) {
  const { t, locale, number } = useWords()
  const { minimumPopulation: least, maximumPopulation: most, policyArea, text } = need
  return (
    <>
      <span lang={langOf(locale, text)}>{text.value}</span>
      {policyArea ? (
        <span className="quiet">
          {' '}
          (<ConceptLinks concepts={[policyArea]} filter="policyArea" />)
        </span>
      ) : null}
      {least ? <span className="quiet"> {t('practice.atLeast', { number: number(least) })}</span> : null}
      {most ? <span className="quiet"> {t('practice.atMost', { number: number(most) })}</span> : null}
    </>
  )
}

/** Money, staff and law: what is stated as a list, what is not in one sentence. */
export function PracticeMeans({ practice }: { readonly practice: PracticePage }) {
  const { t } = useWords()
  const items = useMeans(practice)
  const stated = items.filter(({ detail }) => detail)
  const silent = items.filter(({ detail }) => !detail).map(({ term }) => term)
  return (
    <>
      {stated.length > 0 ? <SummaryList items={stated} /> : null}
      {practice.coverage === 'FULL' && silent.length > 0 ? (
        <p className="quiet">{t('practice.silentOn', { subjects: silent.join(' · ') })}</p>
      ) : null}
    </>
  )
}

/** Whether anything is said about money, staff or law. */
export function statesMeans(practice: PracticePage): boolean {
  const { budgetBand, budgetNote, fundingSources, fundingNote, staffBand, staffNote, volunteers } = practice
  const stated = [budgetBand, budgetNote, fundingNote, staffBand, staffNote, volunteers, practice.legalBasis]
  return fundingSources.length > 0 || stated.some((part) => part)
}

function useMeans(practice: PracticePage): readonly SummaryItem[] {
  const { t, locale } = useWords()
  const { fundingSources, fundingNote, staffBand, staffNote, legalBasis, volunteers } = practice
  return [
    { term: t('practice.cost'), detail: withNote(costText(locale, practice), practice.budgetNote) },
    {
      term: t('practice.funding'),
      detail:
        fundingSources.length > 0 || fundingNote ? (
          <>
            <ConceptLinks concepts={fundingSources} />
            {fundingSources.length > 0 && fundingNote ? '; ' : null}
            {fundingNote ? <Plain>{fundingNote}</Plain> : null}
          </>
        ) : undefined,
    },
    {
      term: t('practice.staff'),
      detail: withNote(staffBand ? t(`practice.staff_${staffBand}`) : undefined, staffNote),
    },
    ...(volunteers ? [{ term: t('practice.volunteers'), detail: <Plain>{volunteers}</Plain> }] : []),
    {
      term: t('practice.legalBasis'),
      detail: legalBasis ? <span lang={langOf(locale, legalBasis)}>{legalBasis.value}</span> : undefined,
    },
  ]
}
