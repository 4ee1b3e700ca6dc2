import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DataDirLocked } from '../errors.ts'
import { startProcess, type TestProcess, wait, withFolder } from '../testing-process.ts'
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

/** A contender played by the test: it answers that it is trying until told to hold. */
async function undecidedPeer(
  folder: string,
  name: string,
): Promise<{ hold(): void; leave(): Promise<void> }> {
  let state = 'trying'
  const server = createServer((socket) => socket.on('error', () => undefined).end(`1 ${state}`))
  mkdirSync(join(folder, '.lock'), { recursive: true })
  await new Promise<void>((resolve) => server.listen(join(folder, '.lock', name), resolve))
  return {
    hold() {
      state = 'holding'
    },
    leave: () => new Promise((resolve) => server.close(() => resolve())),
  }
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

  test('has exactly one holder among eight contenders whose steps interleave', async () => {
    await withFolder(async (folder) => {
      for (let round = 0; round < 25; round += 1) {
        const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataDir(folder)))
        const locks = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
        const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
        expect(locks).toHaveLength(1)
        expect(refusals.every((reason) => reason instanceof DataDirLocked)).toBe(true)
        await locks[0]?.release()
      }
    })
  })

  test.each([
    ['younger', 'zzzzzzzzz-peer.live'],
    ['older', '000000000-peer.live'],
  ])(
    'is not taken while a %s contender is undecided; it is refused once that one holds it',
    async (_, name) => {
      await withFolder(async (folder) => {
        const peer = await undecidedPeer(folder, name)
        let decided = false
        const attempt = lockDataDir(folder).finally(() => {
          decided = true
        })
        const refused = expect(attempt).rejects.toThrow(DataDirLocked)
        await wait(400)
        expect(decided).toBe(false)
        peer.hold()
        await refused
        await peer.leave()
        await (await lockDataDir(folder)).release()
      })
    },
  )

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
