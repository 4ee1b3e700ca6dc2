import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import S3rver from '@20minutes/s3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileStore } from './file-store.ts'
import { openFolderStore } from './folder-store.ts'
import { openS3Store } from './s3-store.ts'

let folder: string
let server: S3rver
let port: number
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hansa-store-test-'))
  const directory = join(folder, 's3')
  const bucket = { name: 'hansa' }
  server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets: [bucket] })
  port = (await server.run()).port
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const bucketAt = (bucket: string, secret = 'S3RVER') =>
  openS3Store({ url: `http://127.0.0.1:${port}/${bucket}`, region: 'eu-central-1', keyId: 'S3RVER', secret })

const shaOf = (content: string) => createHash('sha256').update(content).digest('hex')
const put = async (store: FileStore, content: string) => {
  await store.put(shaOf(content), Buffer.from(content))
  return shaOf(content)
}
const read = async (store: FileStore, sha256: string, range?: { start: number; end: number }) => {
  const stream = await store.get(sha256, range)
  return stream && (await text(stream))
}

describe.each([
  ['a folder', () => openFolderStore(join(folder, 'files'))],
  ['a bucket', () => bucketAt('hansa')],
])('%s', (_, open) => {
  test('gives back what was put there, whole or in part', async () => {
    const store = open()
    const sha256 = await put(store, 'Good practice')
    expect(await read(store, sha256)).toBe('Good practice')
    expect(await read(store, sha256, { start: 5, end: 8 })).toBe('prac')
    expect(await read(store, sha256, { start: 12, end: 12 })).toBe('e')
  })

  test('keeps the same content once, however many put it there at once', async () => {
    const store = open()
    const [sha256] = await Promise.all(Array.from({ length: 8 }, () => put(store, 'the same')))
    expect(await read(store, sha256 ?? '')).toBe('the same')
    await store.remove(sha256 ?? '')
    expect(await read(store, sha256 ?? '')).toBeNull()
  })

  test('has nothing under a name that was never put there, and removes it without a word', async () => {
    const store = open()
    expect(await store.get(shaOf('never'))).toBeNull()
    await store.remove(shaOf('never'))
  })

  test('takes nothing but a SHA-256 for a name', async () => {
    const store = open()
    for (const name of [
      '../../etc/passwd',
      `${shaOf('x')}/..`,
      shaOf('x').toUpperCase(),
      '',
      `${shaOf('x')}\n`,
    ]) {
      await expect(store.put(name, Buffer.from('x'))).rejects.toThrow('SHA-256')
      await expect(store.get(name)).rejects.toThrow('SHA-256')
      await expect(store.remove(name)).rejects.toThrow('SHA-256')
    }
  })
})

describe('a folder', () => {
  test('lets only its own user read what is in it, and leaves nothing unfinished', async () => {
    const root = join(folder, 'private')
    const sha256 = await put(openFolderStore(root), 'mine')
    const inner = join(root, sha256.slice(0, 2))
    expect((await stat(inner)).mode & 0o777).toBe(0o700)
    expect((await stat(join(inner, sha256))).mode & 0o777).toBe(0o600)
    expect(await readdir(inner)).toEqual([sha256])
  })

  test('writes a file that is not whole once more', async () => {
    const root = join(folder, 'cut')
    const store = openFolderStore(root)
    const sha256 = await put(store, 'whole')
    await writeFile(join(root, sha256.slice(0, 2), sha256), 'who')
    await put(store, 'whole')
    expect(await read(store, sha256)).toBe('whole')
  })
})

describe('a bucket', () => {
  test('that is not there, or opened with a wrong secret, is a part of ours that does not answer', async () => {
    const sha256 = shaOf('x')
    const content = Buffer.from('x')
    for (const store of [bucketAt('elsewhere'), bucketAt('hansa', 'wrong')])
      await expect(store.put(sha256, content)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    await expect(bucketAt('hansa', 'wrong').get(sha256)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    const away = openS3Store({ url: 'http://127.0.0.1:1/hansa', region: 'x', keyId: 'x', secret: 'x' })
    await expect(away.put(sha256, content)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  })
})
