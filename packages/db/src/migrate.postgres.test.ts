import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readMigrations } from './migrate.ts'
import { testDatabase } from './testing.ts'
import { startProcess, withFolder } from './testing-process.ts'

const child = new URL('./migrate.child.ts', import.meta.url)

test('three processes that start at once on an empty server all succeed, and each migration is applied once', async () => {
  await withFolder(async (folder) => {
    for (let round = 0; round < 3; round += 1) {
      const go = join(folder, `go-${round}`)
      const database = await testDatabase({ migrations: null })
      const starts = [1, 2, 3].map(() => startProcess(child, database.url ?? '', go))
      await Promise.all(starts.map((start) => start.line('ready')))
      writeFileSync(go, '')
      expect(await Promise.all(starts.map((start) => start.ended))).toEqual([0, 0, 0])
      const applied = starts.map((start) => Number(start.lines.at(-1)?.split(' ')[1]))
      expect(applied.reduce((sum, count) => sum + count, 0)).toBe(readMigrations().length)
      expect(await database.migrate()).toBe(0)
      await database.close()
    }
  })
})
