import type { Connection } from '../connection.ts'
import { ImportRefused } from '../errors.ts'
import { quote, type TableInfo } from './catalog.ts'
import type { RowLine } from './format.ts'

/** Inserts rows in batches; `counts` holds the rows per table so far. */
export type Writer = {
  add(line: RowLine, number: number): Promise<void>
  flush(): Promise<void>
  counts: Map<string, number>
}

type Batch = { table: TableInfo; rows: { number: number; row: RowLine['row'] }[]; size: number }

const ROWS_PER_INSERT = 500
const CHARACTERS_PER_INSERT = 4_000_000

function insertStatement(table: TableInfo): string {
  const names = table.columns.map(({ name }) => quote(name))
  const values = table.columns.map(({ name, type }) => `r.${quote(name)}::${type}`)
  const shape = names.map((name) => `${name} text`)
  return `INSERT INTO ${quote(table.name)} (${names.join(', ')}) OVERRIDING SYSTEM VALUE
    SELECT ${values.join(', ')} FROM json_to_recordset($1::json) AS r(${shape.join(', ')})`
}

function checkColumns(table: TableInfo, row: RowLine['row'], number: number): void {
  const expected = new Set(table.columns.map(({ name }) => name))
  for (const name of Object.keys(row)) {
    if (!expected.delete(name)) throw new ImportRefused(number, `table ${table.name} has no column ${name}.`)
  }
  const [missing] = expected
  if (missing !== undefined)
    throw new ImportRefused(number, `column ${missing} of table ${table.name} is missing.`)
}

/** Makes a writer for the given tables on a connection inside a transaction. */
export function createWriter(connection: Connection, tables: TableInfo[]): Writer {
  const byName = new Map(tables.map((table) => [table.name, table]))
  const counts = new Map<string, number>()
  let batch: Batch | null = null

  const insert = async ({ table, rows }: Batch): Promise<void> => {
    await connection.query(insertStatement(table), [JSON.stringify(rows.map(({ row }) => row))])
  }
  /** A batch failed: finds the row at fault by inserting one after the other. */
  const blame = async (failed: Batch, error: unknown): Promise<never> => {
    await connection.query('ROLLBACK TO SAVEPOINT batch')
    for (const item of failed.rows) {
      await insert({ ...failed, rows: [item] }).catch((cause) => {
        throw new ImportRefused(
          item.number,
          `the database refused this row of ${failed.table.name}: ${cause.message}.`,
          { cause },
        )
      })
    }
    throw error
  }
  const flush = async (): Promise<void> => {
    if (!batch) return
    const full = batch
    batch = null
    await connection.query('SAVEPOINT batch')
    await insert(full).catch((error) => blame(full, error))
    await connection.query('RELEASE SAVEPOINT batch')
  }
  return {
    counts,
    flush,
    async add({ table: name, row }, number) {
      const table = byName.get(name)
      if (!table) throw new ImportRefused(number, `there is no table ${name}.`)
      checkColumns(table, row, number)
      if (batch && batch.table !== table) await flush()
      batch ??= { table, rows: [], size: 0 }
      batch.rows.push({ number, row })
      for (const value of Object.values(row)) batch.size += value?.length ?? 0
      counts.set(name, (counts.get(name) ?? 0) + 1)
      if (batch.rows.length >= ROWS_PER_INSERT || batch.size >= CHARACTERS_PER_INSERT) await flush()
    },
  }
}
