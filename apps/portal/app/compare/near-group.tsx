import { alikeText } from '../comparable/alike-text.ts'
import { comparisonReasons } from '../comparable/comparison-reasons.ts'
import type { NamedCity } from '../comparable/near.query.ts'
import type { ComparedPractice, TransferById } from './compare.query.ts'
import { type Cell, compareRow, listed, plain, remark, type Words } from './rows.tsx'

const verdicts = ['MET', 'ADAPTABLE', 'BLOCKING', 'UNKNOWN'] as const

/** Practices held against the reader's city: how like their cities are, and what of their needs is met there. */
export function nearGroup(
  words: Words,
  near: NamedCity,
  practices: readonly ComparedPractice[],
  transfers: TransferById,
) {
  const { t } = words
  const row = (label: string, cell: (transfer: TransferById[string]) => Cell | undefined) =>
    compareRow(
      label,
      practices.map(({ id }) => {
        const transfer = transfers[id]
        return transfer && cell(transfer)
      }),
    )
  return {
    title: t('comparable.transferIn', { city: near.title.value }),
    rows: [
      row(t('comparable.alikeTo', { city: near.title.value }), ({ city }) =>
        plain(city && alikeText(words, city.comparison)),
      ),
      row(t('comparable.why'), ({ city, policyAreas }) => {
        const areas = policyAreas.map(({ id }) => id)
        return plain(city && comparisonReasons(words, near, city.comparison, areas).join(' · '))
      }),
      ...verdicts.map((verdict) =>
        row(
          t(`compare.needs_${verdict}`),
          ({ transferability }) =>
            listed(
              words,
              transferability
                .filter((check) => check.verdict === verdict)
                .flatMap((check) => needOf(check) ?? []),
            ) ?? remark(t('compare.noNeed')),
        ),
      ),
    ],
  }
}

/** What a practice needs: in the words of its fiche, else the policy area it has to be allowed to decide on. */
function needOf({ precondition, fact }: TransferById[string]['transferability'][number]) {
  return precondition?.text ?? fact.policyArea?.label
}
