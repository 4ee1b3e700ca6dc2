import { writeFile } from 'node:fs/promises'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from '../graphql/schema.ts'

/** Writes the schema to `schema.graphql`: `node src/commands/print-schema.ts`. Needs no database. */
const file = new URL('../../schema.graphql', import.meta.url)
await writeFile(file, `${printSchema(lexicographicSortSchema(schema))}\n`)
