import { importColumns } from '@hansa/domain/table'
import { DoneType, type Outcome, outcomeOf, outcomeType } from '../account/outcome.graphql.ts'
import type { Context } from '../context.ts'
import { loadEntries } from '../entry/entry.reader.ts'
import { types } from '../entry/entry.types.ts'
import { builder } from '../graphql/builder.ts'
import type { ImportRun } from './import.rows.ts'
import {
  checkImport,
  commitImport,
  discardImport,
  listImports,
  mapImport,
  networksCuratedBy,
  readImport,
  undoImport,
} from './import.service.ts'
import { ColumnType, ImportType, TableKindEnum } from './import.types.ts'

const OutcomeType = outcomeType<ImportRun>('ImportOutcome', 'What became of an import.')
builder.objectField(OutcomeType, 'import', (t) =>
  t.field({
    type: ImportType,
    nullable: true,
    description: 'The import as it is now. Long work goes on: `state` and `done` tell how far it is.',
    resolve: (outcome: Outcome<ImportRun>) => outcome.result,
  }),
)

const whose = 'For the secretariat of its network, and administrators.'

builder.queryFields((t) => ({
  importColumns: t.field({
    type: [ColumnType],
    description: 'The columns that a table to import may have. Templates: `/tables/templates/practice.xlsx`.',
    args: { kind: t.arg({ type: TableKindEnum, required: true, description: 'What its rows are.' }) },
    complexity: { field: 1, multiplier: 60 },
    resolve: (_, { kind }) => [...importColumns(kind)],
  }),
  import: t.field({
    type: ImportType,
    description: `An import by its id. ${whose}`,
    args: { id: t.arg.id({ required: true, description: 'Its id: `impo_…`.' }) },
    resolve: (_, { id }, ctx) => readImport(ctx, id),
  }),
  imports: t.field({
    type: [ImportType],
    description:
      'The newest 100 imports: of the networks whose secretariat the viewer is, or of all for administrators.',
    complexity: { field: 1, multiplier: 100 },
    resolve: (_, _args, ctx) => listImports(ctx),
  }),
  importNetworks: t.field({
    type: [types.network],
    description: 'The networks that the viewer may import tables for as their secretariat.',
    resolve: (_, _args, ctx: Context) => loadEntries(ctx, 'network', networksCuratedBy(ctx.viewer)),
  }),
}))

const idArg = { required: true, description: 'Id of the import.' } as const

builder.mutationFields((t) => ({
  mapImport: t.field({
    type: OutcomeType,
    description: `Says what each column of an import’s file means. Its rows must be checked again then. ${whose}`,
    args: {
      id: t.arg.id(idArg),
      mapping: t.arg.stringList({
        required: true,
        description: 'For each column of the file the name of an `ImportColumn`; empty to leave it out.',
      }),
    },
    resolve: (_, args, ctx) => outcomeOf(() => mapImport(ctx, args)),
  }),
  checkImport: t.field({
    type: OutcomeType,
    description: `Gives every row of an import its verdict; the registry stays as it is. ${whose}`,
    args: { id: t.arg.id(idArg) },
    resolve: (_, { id }, ctx) => outcomeOf(() => checkImport(ctx, id)),
  }),
  commitImport: t.field({
    type: OutcomeType,
    description: `Writes an import that was checked and of which no row is refused: all of it, or nothing. ${whose}`,
    args: {
      id: t.arg.id(idArg),
      publish: t.arg.boolean({
        description:
          'Whether new entries are published rather than drafts, where that is the viewer’s to say. Not if not said.',
      }),
    },
    resolve: (_, { id, publish }, ctx) => outcomeOf(() => commitImport(ctx, id, publish ?? false)),
  }),
  undoImport: t.field({
    type: OutcomeType,
    description: `Takes a written import back: what it made is archived, what it changed gets what it was; all of it, or nothing. What was changed or is used since stands in the way, and \`obstacles\` names it. ${whose}`,
    args: { id: t.arg.id(idArg) },
    resolve: (_, { id }, ctx) => outcomeOf(() => undoImport(ctx, id)),
  }),
  discardImport: t.field({
    type: DoneType,
    description: `Forgets an import that was not written. ${whose}`,
    args: { id: t.arg.id(idArg) },
    resolve: (_, { id }, ctx) => outcomeOf(() => discardImport(ctx, id)),
  }),
}))
