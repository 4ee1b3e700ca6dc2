import { createReadStream, createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { writeMigrations } from '../testing-migrations.ts'
import { withFolder } from '../testing-process.ts'
import { dumpExample, EXAMPLE, fillExample } from './example.ts'
import { exportInstance } from './export-instance.ts'
import { importInstance } from './import-instance.ts'

test('an instance moves from PGlite to PostgreSQL and back row for row', async () => {
  await withFolder(async (folder) => {
    const migrations = writeMigrations(folder, [EXAMPLE])
    const move = async (from: TestDatabase, to: TestDatabase, name: string): Promise<void> => {
      await exportInstance(from, createWriteStream(join(folder, name)))
      await importInstance(to, createReadStream(join(folder, name)), migrations)
    }
    const first = await testDatabase({ migrations }, 'pglite')
    const server = await testDatabase({ migrations: null }, 'postgres')
    const last = await testDatabase({ migrations: null }, 'pglite')
    await fillExample(first)
    await move(first, server, 'there.ndjson')
    await move(server, last, 'back.ndjson')

    const original = await dumpExample(first)
    expect(original.length).toBeGreaterThan(1_200)
    expect(await dumpExample(server)).toEqual(original)
    expect(await dumpExample(last)).toEqual(original)
    const body = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n').slice(1, -2)
    expect(body('back.ndjson')).toEqual(body('there.ndjson'))
    for (const database of [first, server, last]) await database.close()
  })
})
