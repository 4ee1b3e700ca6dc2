import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DataDirLocked } from '../errors.ts'
import { startProcess, type TestProcess, withFolder } from '../testing-process.ts'
import { lockDataDir } from './lock.ts'

const child = new URL('./lock.child.ts', import.meta.url)

/** Lets contenders try at the same moment; gives each with what it said. */
async function contend(
  folder: string,
  count: number,
  go: string,
): Promise<{ said: string; process: TestProcess }[]> {
  const contenders = Array.from({ length: count }, () => startProcess(child, folder, go))
  await Promise.all(contenders.map((process) => process.line('ready')))
  writeFileSync(join(folder, go), '')
  return await Promise.all(
    contenders.map(async (process) => ({
      said: await Promise.race([process.line('held'), process.line('refused')]),
      process,
    })),
  )
}

async function end(contenders: { process: TestProcess }[]): Promise<void> {
  for (const { process } of contenders) process.kill('SIGKILL')
  await Promise.all(contenders.map(({ process }) => process.ended))
}

describe('the lock of the data folder', () => {
  test('has exactly one holder among six contenders, also right after its holder was killed', async () => {
    await withFolder(async (folder) => {
      for (let round = 0; round < 6; round += 1) {
        const contenders = await contend(folder, 6, `go-${round}`)
        const said = contenders.map((contender) => contender.said)
        expect(said.filter((word) => word === 'held')).toHaveLength(1)
        expect(said.filter((word) => word.startsWith('refused'))).toHaveLength(5)
        await end(contenders)
      }
    })
  })

  test('is refused with the folder and the process that holds it', async () => {
    await withFolder(async (folder) => {
      const holder = startProcess(child, folder)
      await holder.line('held')
      const refusal = await lockDataDir(folder).catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(DataDirLocked)
      expect(String(refusal)).toMatch(
        /data folder .*hansa-db-\w+ is in use by process \d+; stop that one first/,
      )
      holder.kill('SIGKILL')
      await holder.ended
      await (await lockDataDir(folder)).release()
    })
  })

  test('cannot be taken twice in one process, and can be taken again after its release', async () => {
    await withFolder(async (folder) => {
      const lock = await lockDataDir(folder)
      await expect(lockDataDir(folder)).rejects.toThrow(DataDirLocked)
      await lock.release()
      await (await lockDataDir(folder)).release()
    })
  })

  test('stays held while its process is stopped and cannot answer', async () => {
    await withFolder(async (folder) => {
      const holder = startProcess(child, folder)
      await holder.line('held')
      holder.kill('SIGSTOP')
      await expect(lockDataDir(folder)).rejects.toThrow(DataDirLocked)
      holder.kill('SIGKILL')
      await holder.ended
    })
  })

  test('survives probes that hang up without reading', async () => {
    await withFolder(async (folder) => {
      const lock = await lockDataDir(folder)
      const [name = ''] = readdirSync(join(folder, '.lock'))
      for (let i = 0; i < 20; i += 1) connect(join(folder, '.lock', name)).destroy()
      await expect(lockDataDir(folder)).rejects.toThrow(DataDirLocked)
      await lock.release()
    })
  })

  test('works in a folder whose path is longer than a socket path may be', async () => {
    await withFolder(async (folder) => {
      const deep = join(folder, 'a-long-name-for-a-folder'.repeat(4), 'another-one'.repeat(8))
      mkdirSync(deep, { recursive: true })
      const lock = await lockDataDir(deep)
      await expect(lockDataDir(deep)).rejects.toThrow(DataDirLocked)
      await lock.release()
    })
  })

  test('leaves nothing behind in the folder when it is released', async () => {
    await withFolder(async (folder) => {
      await (await lockDataDir(folder)).release()
      expect(readdirSync(join(folder, '.lock'))).toEqual([])
    })
  })
})
