import {
  type ImportReason,
  type ImportState,
  type ImportVerdict,
  type Obstacle,
  type ReasonCode,
  reasonCodes,
} from '@hansa/domain/import'
import type { importColumns, TableKind } from '@hansa/domain/table'
import type { Context } from '../context.ts'
import { one } from '../entry/entry.fields.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { connectionOf, pageArgs, pageCost } from '../graphql/connection.ts'
import { explain, explainedIn } from '../table/column-rule.ts'
import type { ImportRow, ImportRun } from './import.rows.ts'
import { undoUntil } from './import.service.ts'
import { examplesOf, listRows } from './import-list.ts'

export const TableKindEnum = enumOf<TableKind>('TableKind', 'What can be imported as a table.', {
  practice: 'Practices, one a row.',
  organisation: 'Organisations, one a row.',
  city: 'Cities, one a row.',
  membership: 'Who belongs to a network, one membership a row.',
})

const StateEnum = enumOf<ImportState>('ImportState', 'Where an import stands.', {
  reading: 'Its file is taken in.',
  mapping: 'It waits for what its columns mean, or to be checked.',
  checking: 'Every row gets its verdict.',
  checked: 'Every row has its verdict.',
  committing: 'It is written.',
  committed: 'It was written.',
  undoing: 'It is taken back.',
  undone: 'It was taken back.',
})

const VerdictEnum = enumOf<ImportVerdict>('ImportVerdict', 'What an import makes of a row.', {
  new: 'What it says is not there yet.',
  changed: 'What is there gets what the row says.',
  same: 'It says what is there already.',
  refused: 'It is wrong; nothing is written before it is put right.',
})

const ReasonEnum = enumOf<ReasonCode>(
  'ImportReasonCode',
  'What is wrong with a row.',
  Object.fromEntries(reasonCodes.map((code) => [code, `${code.replaceAll('-', ' ')}.`])) as Record<
    ReasonCode,
    string
  >,
)

const ReasonType = builder.objectRef<ImportReason>('ImportReason').implement({
  description: 'One thing that is wrong with a row.',
  fields: (t) => ({
    field: t.exposeString('field', {
      description: 'The column, as `ImportColumn.name`; empty for the row as a whole.',
    }),
    code: t.field({ type: ReasonEnum, description: 'What is wrong.', resolve: (reason) => reason.code }),
    value: t.exposeString('value', {
      nullable: true,
      description: 'What the cell says, cut to 80 characters.',
    }),
    detail: t.exposeString('detail', {
      nullable: true,
      description: 'What there may be, which row says the same, or what else is in the way.',
    }),
  }),
})

const ObstacleType = builder.objectRef<Obstacle>('ImportObstacle').implement({
  description:
    'What stands in the way of writing an import or of taking it back: an entry that somebody changed or uses since.',
  fields: (t) => ({
    row: t.exposeInt('row', { description: 'The row it came from.' }),
    about: t.exposeString('about', { description: 'What it is called.' }),
    reason: t.field({ type: ReasonType, description: 'Why.', resolve: (obstacle) => obstacle.reason }),
  }),
})

const RowType = builder.objectRef<ImportRow>('ImportRow').implement({
  description: 'A row of an import.',
  fields: (t) => ({
    row: t.exposeInt('row', { description: 'Its number in the file, the heads being row 1.' }),
    verdict: t.field({
      type: VerdictEnum,
      nullable: true,
      description: 'What is made of it; null before it was checked.',
      resolve: (row) => row.verdict,
    }),
    about: t.exposeString('about', { description: 'What it is about.' }),
    reasons: t.field({
      type: [ReasonType],
      description: 'What is wrong with it.',
      resolve: (row) => row.reasons,
    }),
    entryId: t.id({
      nullable: true,
      description: 'Id of the entry it makes or changes.',
      resolve: (row) => row.entryId,
    }),
  }),
})

const RowConnection = connectionOf(RowType, 'rows')

type FileColumn = { head: string; means: string; example: string }
const FileColumnType = builder.objectRef<FileColumn>('ImportFileColumn').implement({
  description: 'A column of the file of an import.',
  fields: (t) => ({
    head: t.exposeString('head', { description: 'What stands above it.' }),
    means: t.exposeString('means', {
      description: 'Name of the column it means; empty for one that is left out.',
    }),
    example: t.exposeString('example', { description: 'The first cell in it that is not empty.' }),
  }),
})

const CountsType = builder.objectRef<Record<ImportVerdict, number>>('ImportCounts').implement({
  description: 'How many rows have which verdict.',
  fields: (t) => ({
    new: t.exposeInt('new', { description: 'New.' }),
    changed: t.exposeInt('changed', { description: 'Changed.' }),
    same: t.exposeInt('same', { description: 'The same.' }),
    refused: t.exposeInt('refused', { description: 'Refused.' }),
  }),
})

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

export const ImportType = builder.objectRef<ImportRun>('Import').implement({
  description:
    'A file of rows that a secretariat imports: sent, mapped, checked row by row, written at once, and taken back at once.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its id.' }),
    kind: t.field({ type: TableKindEnum, description: 'What its rows are.', resolve: (run) => run.kind }),
    network: t.field(
      one('network', 'The network whose secretariat imports it.', (run: ImportRun) => run.network),
    ),
    fileName: t.exposeString('fileName', { description: 'What its sender called the file.' }),
    state: t.field({ type: StateEnum, description: 'Where it stands.', resolve: (run) => run.state }),
    rowCount: t.exposeInt('rows', { description: 'How many rows it has.' }),
    done: t.exposeInt('done', { description: 'How many rows the work in hand is through with.' }),
    counts: t.field({
      type: CountsType,
      nullable: true,
      description: 'How many rows have which verdict; null before it was checked.',
      resolve: (run) => run.counts,
    }),
    columns: t.field({
      type: [FileColumnType],
      description: 'The columns of its file, in order.',
      resolve: async (run, _, ctx) => {
        const examples = await examplesOf(ctx.db, run)
        return run.columns.map((head, i) => ({
          head,
          means: run.mapping[i] ?? '',
          example: examples[i] ?? '',
        }))
      },
    }),
    rows: t.field({
      type: RowConnection,
      description: 'Its rows in the order of the file.',
      args: {
        verdict: t.arg({ type: VerdictEnum, description: 'Only those with this verdict.' }),
        ...pageArgs,
      },
      complexity: pageCost,
      resolve: (run, args, ctx: Context) => listRows(ctx, run, args),
    }),
    obstacles: t.field({
      type: [ObstacleType],
      description: 'What stood in the way when it was last to be written or taken back; at most 100.',
      resolve: (run) => run.obstacles,
    }),
    sentAt: t.string({
      description: 'When its file was sent (ISO 8601, UTC).',
      resolve: (run) => run.createdAt.toISOString(),
    }),
    committedAt: t.string({
      nullable: true,
      description: 'When it was written.',
      resolve: (run) => iso(run.committedAt),
    }),
    undoneAt: t.string({
      nullable: true,
      description: 'When it was taken back.',
      resolve: (run) => iso(run.undoneAt),
    }),
    undoUntil: t.string({
      nullable: true,
      description: 'Until when it can be taken back; null for one that is not written.',
      resolve: (run) => iso(undoUntil(run)),
    }),
  }),
})

type NamedColumn = ReturnType<typeof importColumns>[number]
export const ColumnType = builder.objectRef<NamedColumn>('ImportColumn').implement({
  description: 'A column that a table to import may have.',
  fields: (t) => ({
    name: t.exposeString('path', {
      description:
        'Its name: `contact.url`. Texts in another language than the entry’s own have it behind their name: `title@de`.',
    }),
    label: t.string({
      description: 'What it is called, in the reader’s language.',
      resolve: (column, _, ctx) => explain(column, explainedIn(ctx.languages)).label,
    }),
    rule: t.string({
      description: 'What its cells may hold, in the reader’s language.',
      resolve: (column, _, ctx) => explain(column, explainedIn(ctx.languages)).rule,
    }),
    required: t.exposeBoolean('required', { description: 'Whether every new row needs it.' }),
    byLanguage: t.boolean({
      description: 'Whether there may be one such column for every language.',
      resolve: (column) => column.shape.type === 'localized',
    }),
  }),
})
