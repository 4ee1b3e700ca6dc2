import type { NamedCity } from '../comparable/near.query.ts'
import { periodText } from '../entry/period.ts'
import { evidenceState, freshnessState, stageState } from '../entry/states.ts'
import type { CompareGroup } from '../ui/compare-table.tsx'
import type { ComparedPractice, TransferById } from './compare.query.ts'
import { nearGroup } from './near-group.tsx'
import { type Cell, compareRow, knownGroups, linked, listed, plain, type Words, worded } from './rows.tsx'

/** What practices are compared by: the reader's city, where and when, for whom, how well shown, what it takes. */
export function practiceGroups(
  words: Words,
  practices: readonly ComparedPractice[],
  near: NamedCity | null,
  transfers: TransferById,
): CompareGroup[] {
  const { t, locale, number } = words
  const row = (label: string, cell: (practice: ComparedPractice) => Cell | undefined) =>
    compareRow(label, practices.map(cell))
  const labels = (concepts: ComparedPractice['policyAreas']) =>
    listed(
      words,
      concepts.map((concept) => concept.label),
    )
  const noted = ({ budgetNote, contentLanguage }: ComparedPractice) =>
    worded(words, budgetNote ? { value: budgetNote, language: contentLanguage } : null)
  const ended = (practice: ComparedPractice) => practice.stage === 'ENDED' || practice.stage === 'FAILED'
  return knownGroups([
    ...(near ? [nearGroup(words, near, practices, transfers)] : []),
    {
      title: t('compare.where'),
      rows: [
        row(t('compare.city'), (one) => linked(words, [one.city])),
        row(t('compare.country'), (one) => linked(words, [one.country])),
        row(t('compare.cityPopulation'), (one) =>
          plain(one.city?.population ? number(one.city.population) : null),
        ),
        row(t('compare.level'), (one) => worded(words, one.governanceLevel?.label)),
        row(t('compare.lead'), (one) => linked(words, [one.leadOrganisation])),
        row(t('compare.period'), (one) => plain(periodText(locale, one, ended(one)))),
        row(t('state.stage'), (one) => plain(one.stage ? stageState(locale, one.stage).word : null)),
      ],
    },
    {
      title: t('compare.about'),
      rows: [
        row(t('compare.inShort'), (one) => worded(words, one.strapline)),
        row(t('search.policyArea'), (one) => labels(one.policyAreas)),
        row(t('search.targetGroup'), (one) => labels(one.targetGroups)),
        row(t('search.measureType'), (one) => labels(one.measureTypes)),
        row(t('compare.challenge'), (one) => worded(words, one.challenge)),
        row(t('compare.objectives'), (one) => worded(words, one.objectives)),
        row(t('compare.components'), (one) => linked(words, one.components)),
        row(t('compare.participation'), (one) => worded(words, one.participationLevel?.label)),
      ],
    },
    {
      title: t('compare.shown'),
      rows: [
        row(t('state.evidence'), (one) => plain(evidenceState(locale, one.evidenceLevel).word)),
        row(t('state.freshness'), (one) => plain(freshnessState(locale, one.freshness).word)),
        row(t('compare.results'), (one) =>
          listed(
            words,
            one.results.map((result) => ({
              ...result.indicator,
              value: [result.indicator.value, result.value].filter(Boolean).join(': '),
            })),
          ),
        ),
      ],
    },
    {
      title: t('compare.takes'),
      rows: [
        row(t('compare.needs'), (one) =>
          listed(
            words,
            one.preconditions.map((need) => need.text),
          ),
        ),
        row(t('compare.budget'), (one) => noted(one)),
        row(t('compare.funding'), (one) => labels(one.fundingSources)),
        row(t('compare.helped'), (one) => worded(words, one.successFactors)),
        row(t('compare.difficulties'), (one) => worded(words, one.difficulties)),
      ],
    },
  ])
}
