import { readSeed } from '../seed/read-seed.ts'

/** Checks a seed folder without a database: `node src/commands/check-seed.ts [folder]`. Exit code 1 when a row is wrong. */
const folder = process.argv[2] ?? new URL('../../../../seed', import.meta.url).pathname
const { schemes, rows, problems } = await readSeed(folder)
for (const problem of problems)
  console.error(`${problem.file} row ${problem.row} (${problem.entry}) ${problem.field}: ${problem.message}`)
const counts = Object.entries(Object.groupBy(rows, (row) => row.kind)).map(
  ([kind, found]) => `${found?.length ?? 0} ${kind}`,
)
console.log(`${schemes.length} concept schemes, ${counts.join(', ')}; ${problems.length} problems`)
process.exitCode = problems.length === 0 ? 0 : 1
