import type { KindSearch } from '../search/kind-search.ts'

export const practiceSearch: KindSearch<'practice'> = {
  summary: (row) => [row.strapline],
  body: (row) => [
    row.challenge,
    row.objectives,
    ...row.solution.flatMap((step) => [step.text, step.actor, step.output]),
    row.difficulties,
    row.participationHow,
    row.legalBasis,
    row.successFactors,
    row.fundingNote,
    row.budgetNote,
    ...row.results.flatMap((result) => [result.indicator, result.value]),
    ...row.preconditions.map((precondition) => precondition.text),
    ...row.evaluations.map((evaluation) => evaluation.title),
  ],
  identifiers: (row) => row.evaluations.map((evaluation) => evaluation.doi),
  names: (row) => [row.territory],
  date: (row) => row.start,
  stage: (row) => row.stage,
  evidence: (row) => row.evidenceLevel,
}
