import { expect, test } from 'vitest'
import { readMigrations } from './migrate.ts'
import { testDatabase } from './testing.ts'
import { startProcess } from './testing-process.ts'

test('three processes that start at once on an empty server all succeed, and each migration is applied once', async () => {
  for (let round = 0; round < 2; round += 1) {
    const database = await testDatabase({ migrations: null })
    const child = new URL('./migrate.child.ts', import.meta.url)
    const starts = [1, 2, 3].map(() => startProcess(child, database.url ?? ''))
    expect(await Promise.all(starts.map((start) => start.ended))).toEqual([0, 0, 0])
    const applied = starts.map((start) => Number(start.lines[0]?.split(' ')[1]))
    expect(applied.reduce((sum, count) => sum + count, 0)).toBe(readMigrations().length)
    expect(await database.migrate()).toBe(0)
    await database.close()
  }
})
