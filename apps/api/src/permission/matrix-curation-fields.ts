import type { Names } from './matrix.ts'
import type { FieldRow } from './matrix-fields.ts'

/** Rows of the matrix about what is shown of writing and curating. */

//                  visitor member claimant editor representative reviewer curator administrator program
const readers = 'none none   none     yes    none           yes      yes     yes           yes'
const secretariat = 'in   no     no       no     no             no       yes     yes           yes'
const curators = 'in   no     no       no     no             no       yes     yes           no'
const members = 'in   yes    yes      yes    yes            yes      yes     yes           yes'

const all = (cells: string, ...fields: string[]): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field, cells]))

const underReview = (inner: string) => (names: Names) =>
  `{ revision(id: ${JSON.stringify(names.revision.inReview)}) { ${inner} } }`

const person = ['id', 'name', 'isFormer']

export const curationFields: Readonly<Record<string, FieldRow>> = {
  Revision: {
    query: underReview('$'),
    fields: {
      ...all(
        readers,
        'id',
        'kind',
        'entryId',
        'entryPath',
        'previewPath',
        'isNew',
        'title',
        'state',
        'turn',
        'version',
        'createdAt',
        'updatedAt',
        'since',
        'submittedAt',
        'publishAt',
        'author',
        'writers',
        'sections',
        'problems',
        'named',
        'steps',
        'remarks',
        'reviews',
        'checklist',
        'diff',
        'conflicts',
        'duplicates',
        'texts',
      ),
      // A token for reading can do nothing with it.
      viewerCan: 'none none   none     yes    none           yes      yes     yes           none',
    },
  },
  'Revision (draft)': {
    query: (names) => `{ revision(id: ${JSON.stringify(names.revision.draft)}) { $ } }`,
    fields: all(
      'none none   none     yes    none           none     none    none          none',
      'id',
      'sections',
    ),
  },
  RevisionSection: {
    query: underReview('sections { $ }'),
    fields: all(readers, 'key', 'fields', 'isComplete', 'isEmpty'),
  },
  RevisionField: {
    query: underReview('sections { fields { $ } }'),
    fields: all(readers, 'field', 'value', 'problems', 'isMissing', 'isChanged', 'remarks'),
  },
  Participant: { query: underReview('author { $ }'), fields: all(readers, ...person) },
  Remark: {
    query: underReview('remarks { $ }'),
    fields: all(readers, 'id', 'field', 'text', 'suggestion', 'state', 'by', 'at', 'replies'),
  },
  RemarkReply: { query: underReview('remarks { replies { $ } }'), fields: all(readers, 'text', 'at', 'by') },
  Suggestion: {
    query: underReview('remarks { suggestion { $ } }'),
    fields: all(readers, 'language', 'text'),
  },
  Review: {
    query: underReview('reviews { $ }'),
    fields: all(
      readers,
      'id',
      'reviewer',
      'assignedAt',
      'givenAt',
      'recommendation',
      'text',
      'answers',
      'revision',
    ),
  },
  // What somebody was asked for and has not given is hers alone.
  'Review (own, not given)': {
    query: () => '{ ownReviews { $ } }',
    fields: all(members, 'id', 'text', 'recommendation'),
  },
  Check: {
    query: underReview('checklist { $ }'),
    fields: all(readers, 'key', 'label', 'help', 'answer', 'note', 'by', 'at'),
  },
  RevisionStep: {
    query: underReview('steps { $ }'),
    fields: all(readers, 'step', 'from', 'to', 'at', 'by', 'actingFor', 'reason', 'about', 'publishAt'),
  },
  Difference: {
    query: underReview('diff { $ }'),
    fields: {
      ...all(readers, 'path', 'language', 'pieces'),
      // Only texts differ there, so nothing is named that was not.
      ...all('none none none none none none none none none', 'added', 'removed'),
    },
  },
  DiffPiece: { query: underReview('diff { pieces { $ } }'), fields: all(readers, 'kind', 'text') },
  DuplicateCandidate: {
    query: underReview('duplicates { $ }'),
    fields: all(readers, 'entry', 'score', 'title', 'text', 'sameCity'),
  },
  TranslatableText: {
    query: underReview('texts(language: "de") { $ }'),
    fields: all(readers, 'path', 'source', 'translation', 'isHuman'),
  },
  RevisionConnection: {
    query: () => '{ curationQueue { $ } }',
    fields: all(secretariat, 'totalCount', 'nodes', 'edges', 'pageInfo'),
  },
  'RevisionConnection (own)': {
    query: () => '{ ownWriting { $ } }',
    fields: all(members, 'totalCount', 'nodes', 'edges', 'pageInfo'),
  },
  // Whoever asks wrote some of one herself, which makes it hers to translate.
  'UntranslatedEntryConnection (own)': {
    query: () => '{ entriesToTranslate(language: "de") { $ } }',
    fields: all(members, 'totalCount', 'nodes', 'edges', 'pageInfo'),
  },
  'UntranslatedEntryEdge (own)': {
    query: () => '{ entriesToTranslate(language: "de") { edges { $ } } }',
    fields: all(members, 'cursor', 'node'),
  },
  'UntranslatedEntry (own)': {
    query: () => '{ entriesToTranslate(language: "de") { nodes { $ } } }',
    fields: all(members, 'id', 'kind', 'title', 'path', 'texts', 'revision', 'isBeingImproved'),
  },
  RevisionEdge: {
    query: () => '{ curationQueue { edges { $ } } }',
    fields: all(secretariat, 'cursor', 'node'),
  },
  CurationFigures: {
    query: () => '{ curationFigures { $ } }',
    fields: all(secretariat, 'states', 'overdue', 'published'),
  },
  StateFigure: {
    query: () => '{ curationFigures { states { $ } } }',
    fields: all(secretariat, 'state', 'count', 'medianDays'),
  },
  ReviewerCandidate: {
    query: (names) => `{ reviewersFor(revision: ${JSON.stringify(names.revision.inReview)}) { $ } }`,
    fields: all(curators, 'id', 'name', 'openReviews'),
  },
  CuratedEntry: {
    query: () => '{ staleEntries { nodes { $ } } }',
    fields: all(
      secretariat,
      'id',
      'kind',
      'title',
      'path',
      'state',
      'isFeatured',
      'lastConfirmedAt',
      'confirmationDueAt',
    ),
  },
  CuratedEntryConnection: {
    query: () => '{ staleEntries { $ } }',
    fields: all(secretariat, 'totalCount', 'nodes', 'edges', 'pageInfo'),
  },
  'CuratedEntryConnection (all that is kept)': {
    query: () => '{ curatedEntries { $ } }',
    fields: all(secretariat, 'totalCount', 'nodes'),
  },
  'CuratedEntry (by its id)': {
    query: (names) => `{ curatedEntry(entry: ${JSON.stringify(names.entry.confirmable)}) { $ } }`,
    // A token for reading can neither curate nor confirm it.
    fields: all(
      'none none   none     yes    none           none     yes     yes           none',
      'id',
      'title',
    ),
  },
  CuratedEntryEdge: {
    query: () => '{ staleEntries { edges { $ } } }',
    fields: all(secretariat, 'cursor', 'node'),
  },
}

/** Queries of curation that stand in the rows above. */
export const curationQueries: readonly string[] = [
  'revision',
  'revisionOf',
  'ownWriting',
  'ownReviews',
  'curationQueue',
  'staleEntries',
  'curatedEntries',
  'curatedEntry',
  'curationFigures',
  'reviewersFor',
  'textsToTranslate',
  'entriesToTranslate',
]

/** What mutations of curation answer with. */
export const curationAnswers: readonly string[] = [
  'BulkOutcome',
  'EditClash',
  'EntryOutcome',
  'ItemOutcome',
  'NetworkRuleOutcome',
  'RemarkOutcome',
  'ReviewOutcome',
  'RevisionOutcome',
]
