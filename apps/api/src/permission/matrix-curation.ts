import { idOf } from '../testing/world.ts'
import type { MutationRow } from './matrix.ts'

/** Rows of the matrix about writing and curating. */

const done = '{ problems { field code message } }'
const q = (value: string) => JSON.stringify(value)
const row = (cells: string, call: MutationRow['call']): MutationRow => ({ cells, call })

//                   visitor member claimant editor representative reviewer curator administrator program
const members = 'in   yes    yes      yes    yes            yes      yes     yes           no'
const writers = 'in   no     no       yes    no             no       no      no            no'
const curators = 'in   no     no       no     no             no       yes     yes           no'
const nobody = 'in   no     no       no     no             no       no      no            no'
const values = q(JSON.stringify({ summary: 'Changed' }))
const answers = '[{ item: "one", answer: MET }]'

export const curationRows: Readonly<Record<string, MutationRow>> = {
  startEntry: row(
    members,
    () => `startEntry(kind: COMPONENT, values: ${q('{"title":"A component"}')}) ${done}`,
  ),
  'improveEntry (published)': row(
    members,
    ({ entry }) => `improveEntry(entry: ${q(entry.published)}) ${done}`,
  ),
  'improveEntry (archived)': row(
    'in   no     no       try    no             no       no      no            no',
    ({ entry }) => `improveEntry(entry: ${q(entry.archived)}) ${done}`,
  ),
  saveRevision: row(
    writers,
    ({ revision }) => `saveRevision(id: ${q(revision.draft)}, version: 1, values: ${values}) ${done}`,
  ),
  'saveRevision (own)': row(
    'in   yes    yes      yes    yes            yes      yes     yes           no',
    ({ revision }) => `saveRevision(id: ${q(revision.own)}, version: 1, values: ${values}) ${done}`,
  ),
  'saveRevision (none)': row(
    nobody,
    () => `saveRevision(id: "revi_000000000000", version: 1, values: "{}") ${done}`,
  ),
  saveTranslation: row(
    writers,
    ({ revision }) =>
      `saveTranslation(id: ${q(revision.draft)}, version: 1, language: "de", texts: [{ path: "title", text: "Titel" }]) ${done}`,
  ),
  bringUpToDate: row(
    writers,
    ({ revision }) => `bringUpToDate(id: ${q(revision.draft)}, version: 1, theirs: []) ${done}`,
  ),
  submitRevision: row(writers, ({ revision }) => `submitRevision(id: ${q(revision.draft)}) ${done}`),
  withdrawRevision: row(writers, ({ revision }) => `withdrawRevision(id: ${q(revision.accepted)}) ${done}`),
  releaseRevision: row(
    curators,
    ({ revision }) => `releaseRevision(id: ${q(revision.draft)}, reason: "Idle") ${done}`,
  ),
  takeUpRevision: row(curators, ({ revision }) => `takeUpRevision(id: ${q(revision.submitted)}) ${done}`),
  requestChanges: row(
    curators,
    ({ revision }) => `requestChanges(id: ${q(revision.inReview)}, reason: "Say more") ${done}`,
  ),
  acceptRevision: row(curators, ({ revision }) => `acceptRevision(id: ${q(revision.inReview)}) ${done}`),
  rejectRevision: row(
    curators,
    ({ revision }) => `rejectRevision(id: ${q(revision.submitted)}, reason: "No") ${done}`,
  ),
  publishRevision: row(curators, ({ revision }) => `publishRevision(id: ${q(revision.accepted)}) ${done}`),
  'publishRevision (own)': row(
    nobody,
    ({ revision }) => `publishRevision(id: ${q(revision.ownAccepted)}) ${done}`,
  ),
  holdRevision: row(curators, ({ revision }) => `holdRevision(id: ${q(revision.accepted)}) ${done}`),
  assignReviewer: row(
    curators,
    ({ revision, me }) => `assignReviewer(id: ${q(revision.submitted)}, member: ${q(me)}) ${done}`,
  ),
  unassignReviewer: row(curators, ({ review }) => `unassignReviewer(review: ${q(review.own)}) ${done}`),
  answerChecklist: row(
    curators,
    ({ revision }) => `answerChecklist(id: ${q(revision.inReview)}, answers: ${answers}) ${done}`,
  ),
  'saveReview (own)': row(
    'in   no     no       no     no             yes      no      no            no',
    ({ review }) =>
      `saveReview(id: ${q(review.own)}, answers: ${answers}, recommendation: PUBLISH, text: "", give: true) ${done}`,
  ),
  'saveReview (another’s)': row(
    nobody,
    ({ review }) => `saveReview(id: ${q(review.another)}, answers: [], text: "", give: false) ${done}`,
  ),
  addRemark: row(
    'in   no     no       no     no             yes      yes     yes           no',
    ({ revision }) => `addRemark(revision: ${q(revision.inReview)}, field: "summary", text: "More") ${done}`,
  ),
  replyToRemark: row(
    'in   no     no       yes    no             yes      yes     yes           no',
    ({ remark }) => `replyToRemark(id: ${q(remark.inReview)}, text: "Yes") ${done}`,
  ),
  acceptSuggestion: row(writers, ({ remark }) => `acceptSuggestion(id: ${q(remark.onDraft)}) ${done}`),
  'resolveRemark (another’s)': row(
    curators,
    ({ remark }) => `resolveRemark(id: ${q(remark.inReview)}) ${done}`,
  ),
  archiveEntry: row(
    curators,
    ({ entry }) => `archiveEntry(entry: ${q(entry.published)}, reason: "Old") ${done}`,
  ),
  restoreEntry: row(curators, ({ entry }) => `restoreEntry(entry: ${q(entry.archived)}) ${done}`),
  featureEntry: row(
    curators,
    ({ entry }) => `featureEntry(entry: ${q(entry.published)}, value: true) ${done}`,
  ),
  confirmEntry: row(
    'in   no     no       yes    no             no       yes     yes           no',
    ({ entry }) => `confirmEntry(entry: ${q(entry.confirmable)}) ${done}`,
  ),
  mergeEntries: row(
    curators,
    ({ entry }) => `mergeEntries(from: ${q(entry.twin)}, into: ${q(entry.published)}) ${done}`,
  ),
  curateMany: row(
    'in   no     no       no     no             no       yes     yes           no',
    ({ entry }) => `curateMany(action: FEATURE, ids: [${q(entry.published)}]) ${done}`,
  ),
  saveNetworkRule: row(
    curators,
    () =>
      `saveNetworkRule(network: ${q(idOf('network', 'league'))}, version: 1, checklist: [{ key: "one", label: [{ language: "en", text: "Is it?" }], help: [{ language: "en", text: "Or not?" }] }], confirmMonths: 12, confirmMonthsEnded: 24) ${done}`,
  ),
}
