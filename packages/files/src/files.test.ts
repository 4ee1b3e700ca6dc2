import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Files, openFiles } from './files.ts'
import { openFolderStore } from './folder-store.ts'
import type { RefusedFile } from './refused-file.ts'
import { bomb, inPieces, pdf, photo, png, webp } from './testing.ts'

let folder: string
let files: Files
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hansa-files-test-'))
  files = await openFiles({
    store: openFolderStore(join(folder, 'files')),
    incoming: join(folder, 'incoming'),
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const accept = (bytes: Uint8Array) => files.accept(inPieces(bytes))
const contentOf = async (bytes: Uint8Array) => (await accept(bytes)).renditions.at(-1)?.content ?? Buffer.of()
/** Why a file is refused. */
const refusal = (bytes: Uint8Array) =>
  accept(bytes).then(
    () => 'accepted',
    (error: RefusedFile) => error.reason,
  )

describe.concurrent('an image', () => {
  test('is made anew in the widths of pages, the right way up, never larger than it was', async () => {
    const { kind, renditions } = await accept(await photo())
    expect(kind).toBe('image')
    // It was held upright: 1200 × 800 with a mark that says to turn it.
    expect(renditions.map(({ width, height }) => [width, height])).toEqual([
      [480, 720],
      [800, 1200],
    ])
    for (const { content, bytes } of renditions) {
      expect((await sharp(content).metadata()).format).toBe('webp')
      expect(bytes).toBe(content.byteLength)
    }
    expect((await accept(await png())).renditions).toHaveLength(1)
    expect((await accept(await webp({ width: 2000, height: 10 }))).renditions.map((r) => r.width)).toEqual([
      480, 960, 1600,
    ])
  })

  test('tells nothing but what is seen on it', async () => {
    const sent = await photo()
    expect(sent.includes('Secret Artist') && sent.includes('Secret Place')).toBe(true)
    const kept = await contentOf(sent)
    expect(Buffer.from(kept).includes('Secret')).toBe(false)
    const { exif, xmp, iptc, orientation } = await sharp(kept).metadata()
    expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined])
  })

  test('that is another kind of file as well is only an image afterwards', async () => {
    const archive = Buffer.from('PK\x03\x04 evil.class PK\x05\x06')
    const page = Buffer.from('<script>alert(1)</script>')
    const kept = Buffer.from(await contentOf(Buffer.concat([await photo(), archive, page])))
    expect(kept.includes('PK\x03\x04')).toBe(false)
    expect(kept.includes('<script>')).toBe(false)
  })

  test('of too many pixels is refused by its header, before any pixel is read', async () => {
    expect(bomb().byteLength).toBeLessThan(20_000)
    expect(await refusal(bomb())).toBe('too-many-pixels')
    expect(await refusal(await png({ width: 20_000, height: 1 }))).toBe('too-many-pixels')
  })
})

describe.concurrent('what is no file to be taken', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
  test.each([
    ['nothing at all', '', 'empty'],
    ['an SVG', svg, 'type'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'type'],
    ['a page with a PDF behind it', '<html><!-- %PDF-1.7 1 0 obj endobj -->', 'type'],
    ['an archive', 'PK\x03\x04aaaaaaaaaaaaaaaaaaaaaa', 'type'],
    ['a GIF', 'GIF89a/*aaaaaaaaaaaaaaaaaaa*/=1;', 'type'],
    ['the beginning of a JPEG', '\xff\xd8\xff', 'broken'],
    ['a JPEG in name of bytes only', `\xff\xd8\xff\xe0${svg}`, 'broken'],
    ['a PNG that is none', `\x89PNG\r\n\x1a\n${svg}`, 'broken'],
    ['a WebP that is none', `RIFF\x00\x00\x00\x00WEBP${svg}`, 'broken'],
    ['a PDF that is none', `%PDF-1.7\n${svg}`, 'broken'],
    ['a PDF of brackets', `%PDF-1.7\n1 0 obj\n${'['.repeat(200_000)}`, 'broken'],
  ])('%s is refused', async (_, text, reason) => {
    expect(await refusal(Buffer.from(text, 'latin1'))).toBe(reason)
  })

  test('a file that was cut off is refused', async () => {
    for (const whole of [await photo(), await png({ width: 900, height: 900 })])
      expect(await refusal(whole.subarray(0, whole.byteLength / 2))).toBe('broken')
    const whole = await pdf()
    expect(await refusal(whole.subarray(0, 120))).toBe('broken')
  })

  test('a file too large is refused as soon as it is, however much would follow', async () => {
    let sent = 0
    const endless = async function* () {
      yield Buffer.from([0xff, 0xd8, 0xff, ...Array(20).fill(0)])
      for (;;) {
        sent += 1_000_000
        yield Buffer.alloc(1_000_000)
      }
    }
    await expect(files.accept(endless())).rejects.toMatchObject({ reason: 'too-large' })
    expect(sent).toBe(10_000_000)
  })
})

test('a PDF that swells while it is read is ended, and takes nothing with it', async () => {
  const swelling = deflateSync(Buffer.alloc(150_000_000, 0x20), { level: 1 })
  const head = `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n4 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${swelling.byteLength} >>\nstream\n`
  const sent = Buffer.concat([
    Buffer.from(head),
    swelling,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF'),
  ])
  expect(sent.byteLength).toBeLessThan(2_000_000)
  const incoming = join(folder, 'swelling')
  const strict = await openFiles({ store: files.store, incoming, limits: { memoryMb: 200 } })
  await expect(strict.accept(inPieces(sent))).rejects.toMatchObject({ reason: 'too-heavy' })
  // The process that is ended is another than this one, which goes on.
  expect(await refusal(await pdf())).toBe('accepted')
})

test('what breaks off on its way leaves nothing behind, and neither does anything else', async () => {
  const breaking = async function* () {
    yield await photo()
    throw new Error('the line went dead')
  }
  await expect(files.accept(breaking())).rejects.toThrow('the line went dead')
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

test('reading that takes too long or too much is ended', async () => {
  for (const limits of [{ ms: 1 }, { memoryMb: 1 }]) {
    const strict = await openFiles({
      store: files.store,
      incoming: join(folder, 'strict'),
      limits,
    })
    const refused = strict.accept(inPieces(await photo()))
    await expect(refused).rejects.toMatchObject({ reason: 'too-heavy' })
  }
})

test('what a killed process left on its way is gone at the next start', async () => {
  const incoming = join(folder, 'left')
  await openFiles({ store: files.store, incoming })
  await mkdtemp(join(incoming, 'file-'))
  await openFiles({ store: files.store, incoming })
  expect(await readdir(incoming)).toEqual([])
})
