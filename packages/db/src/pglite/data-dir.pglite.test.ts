import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DataDirOtherVersion, DataDirUnusable, DataDirUnwritable } from '../errors.ts'
import { silentLog } from '../log.ts'
import { openDatabase } from '../open-database.ts'
import { startProcess, withFolder } from '../testing-process.ts'
import { openDataDir } from './data-dir.ts'
import { packTemplate, readTemplate, unpackTemplate } from './template.ts'

const open = (dataDir: string) => openDatabase({ dataDir, log: silentLog })

describe('the data folder', () => {
  test('is refused with what to do when another PostgreSQL version wrote it', async () => {
    await withFolder(async (dataDir) => {
      mkdirSync(join(dataDir, 'pglite'))
      writeFileSync(join(dataDir, 'pglite/PG_VERSION'), '17\n')
      const refusal = await open(dataDir).catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(DataDirOtherVersion)
      expect(String(refusal)).toMatch(/written by PostgreSQL 17 and this release reads 18; export it with/)
      // The refused folder is not kept locked.
      await expect(open(dataDir)).rejects.toThrow(DataDirOtherVersion)
    })
  })

  test('is refused when it holds files but no database', async () => {
    await withFolder(async (dataDir) => {
      mkdirSync(join(dataDir, 'pglite'))
      writeFileSync(join(dataDir, 'pglite/holiday.jpg'), 'x')
      await expect(open(dataDir)).rejects.toThrow(DataDirUnusable)
      expect(readdirSync(join(dataDir, 'pglite'))).toEqual(['holiday.jpg'])
    })
  })

  test('is refused with one sentence when its database is damaged, and stays as it is', async () => {
    await withFolder(async (dataDir) => {
      await (await open(dataDir)).close()
      writeFileSync(join(dataDir, 'pglite/global/pg_control'), Buffer.alloc(8192))
      const refusal = await open(dataDir).catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(DataDirUnusable)
      expect(String(refusal).length).toBeLessThan(600)
      expect(readFileSync(join(dataDir, 'pglite/PG_VERSION'), 'utf8').trim()).toBe('18')
      const process = startProcess(new URL('./open.child.ts', import.meta.url), dataDir)
      expect(await process.ended).toBe(0)
      expect(process.lines).toEqual(['DataDirUnusable'])
    })
  })

  test.each([
    ['is a file', (folder: string) => join(folder, 'file')],
    ['lies below a file', (folder: string) => join(folder, 'file/deeper')],
    ['cannot exist', () => '/proc/hansa/data'],
  ])('is called unwritable when it %s', async (_, place) => {
    await withFolder(async (folder) => {
      writeFileSync(join(folder, 'file'), '')
      await expect(open(place(folder))).rejects.toThrow(DataDirUnwritable)
      await expect(open(place(folder))).rejects.toThrow(/cannot be written \(E\w+\)/)
    })
  })

  test('is made again when an earlier start was stopped before it was complete', async () => {
    await withFolder(async (dataDir) => {
      mkdirSync(join(dataDir, 'pglite.new/base'), { recursive: true })
      writeFileSync(join(dataDir, 'pglite.new/PG_VERSION'), '18')
      const database = await open(dataDir)
      expect(database.created).toBe(true)
      expect(await database.health()).toMatchObject({ ok: true, engine: 'pglite' })
      expect(await database.bytes()).toBeGreaterThan(20_000_000)
      await database.close()
      const again = await open(dataDir)
      expect(again.created).toBe(false)
      await again.close()
    })
  })
})

describe('the template of an initialised cluster', () => {
  test('gives back the same files, and is not used when damaged or of another version', async () => {
    await withFolder(async (folder) => {
      const { cluster, lock } = await openDataDir(folder, silentLog)
      await lock.release()
      const build = join(folder, 'build')
      packTemplate(cluster, build)
      const bytes = readTemplate(build)
      expect(bytes?.length).toBeLessThan(6_000_000)
      const copy = mkdtempSync(join(folder, 'copy-'))
      if (bytes) unpackTemplate(bytes, copy)
      const list = (dir: string) => readdirSync(dir, { recursive: true }).sort()
      expect(list(copy)).toEqual(list(cluster))
      expect(readFileSync(join(copy, 'global/pg_control'))).toEqual(
        readFileSync(join(cluster, 'global/pg_control')),
      )

      const about = join(build, 'pglite-template.json')
      const label = readFileSync(about, 'utf8')
      writeFileSync(about, label.replace(/"pglite":"[^"]+"/, '"pglite":"0.0.1"'))
      expect(readTemplate(build)).toBeNull()
      writeFileSync(about, label)
      writeFileSync(join(build, 'pglite-template.bin'), bytes?.subarray(0, 1000) ?? '')
      expect(readTemplate(build)).toBeNull()
      expect(readTemplate(join(folder, 'nowhere'))).toBeNull()
    })
  })
})
