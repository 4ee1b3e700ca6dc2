import { randomBytes } from 'node:crypto'
import { createApiToken } from '@hansa/auth'
import { schema } from '@hansa/db'
import { mostAttachments, mostBytesOfMember } from '@hansa/domain/attachment'
import { Unavailable } from '@hansa/domain/errors'
import { type WrittenKind, writtenKinds } from '@hansa/domain/fiche'
import { inPieces, pdf, pdfWithScript, photo, png } from '@hansa/files/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Person } from '../member/testing/open-people.ts'
import { build, idOf, save } from '../testing/world.ts'
import { type Attachments, openAttachments, origin, practice } from './testing/open-attachments.ts'

const { attachment, entry } = schema

let t: Attachments
let picture: Buffer
let administrator: Person
beforeAll(async () => {
  t = await openAttachments()
  administrator = await t.person({ isAdministrator: true })
  picture = await png()
})
afterAll(() => t.close())
beforeEach(() => t.forget())

const shown =
  '{ practice(slug: "a-key") { attachments { id alternativeText { value } rightsHolder licence width images { width path } } } }'

describe('an image', () => {
  test('is sent, described, and then shown to everybody', async () => {
    const file = await t.sent(await photo(), { name: '../Żółty dom.JPG' })
    expect(file).toMatchObject({ kind: 'image', name: 'Żółty dom.JPG' })
    expect(file.paths).toEqual([`/files/${file.id}/480.webp`, `/files/${file.id}/800.webp`])
    expect((await t.ask(shown)).data.practice.attachments).toEqual([])
    await t.describe(file.id)
    expect((await t.ask(shown)).data.practice.attachments).toEqual([
      {
        id: file.id,
        alternativeText: { value: 'A courtyard' },
        rightsHolder: 'City of Malmö',
        licence: 'CC-BY-4.0',
        width: 800,
        images: file.paths.map((path, index) => ({ width: [480, 800][index], path })),
      },
    ])
    const response = await t.get(file.paths[0] ?? '')
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': 'inline; filename="480.webp"',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(String(bytes.byteLength)).toBe(response.headers.get('Content-Length'))
    const etag = response.headers.get('ETag') ?? ''
    expect((await t.get(file.paths[0] ?? '', null, { 'If-None-Match': etag })).status).toBe(304)
  })

  test('is seen by nobody but its sender and those who keep its entry until it is public', async () => {
    const file = await t.sent(picture)
    const [path = ''] = file.paths
    const at = (entry: string, role: 'reviewer' | 'curator' | 'representative') =>
      t.person({ at: [{ entry, function: role }] })
    const seen = async (who: Person | null) => (await t.get(path, who)).status
    expect(await seen(null)).toBe(404)
    expect(await seen(await t.person())).toBe(404)
    expect(await seen(await at(idOf('city', 'malmo'), 'representative'))).toBe(404)
    expect(await seen(t.editor)).toBe(200)
    expect(await seen(await at(practice, 'reviewer'))).toBe(200)
    expect(await seen(await at(idOf('network', 'league'), 'curator'))).toBe(200)
    expect(await seen(await t.person({ isAdministrator: true }))).toBe(200)
    const own = await t.get(path, t.editor)
    expect(own.headers.get('Cache-Control')).toBe('private, no-store')
    // What may not be seen and what is not there get the same answer.
    const [hidden, missing] = await Promise.all([t.get(path), t.get('/files/file_000000000000/300.webp')])
    expect([hidden.status, await hidden.text()]).toEqual([missing.status, await missing.text()])
  })

  test('of an entry that is not published is not public either', async () => {
    const file = await t.published(picture)
    const [path = ''] = file.paths
    await t.database.db.update(entry).set({ state: 'archived' }).where(eq(entry.id, practice))
    expect((await t.get(path)).status).toBe(404)
    await t.database.db.update(entry).set({ state: 'published' }).where(eq(entry.id, practice))
    expect((await t.get(path)).status).toBe(200)
  })

  test('is described in one language after another', async () => {
    const { id } = await t.published(picture)
    await t.describe(id, { language: 'de', alternativeText: 'Ein Hof', caption: 'Im Mai' })
    await t.describe(id, { language: 'de', alternativeText: 'Ein Innenhof' })
    const [row] = await t.database.db.select().from(attachment)
    expect(row?.alternativeText).toEqual({
      en: { text: 'A courtyard', origin: 'human' },
      de: { text: 'Ein Innenhof', origin: 'human' },
    })
    expect(row?.caption).toBeNull()
    const trail = (await t.trail()).filter((each) => each.entryId === practice && each.actor === t.editor.id)
    expect(trail.map(({ action }) => action).slice(-4)).toEqual([
      'file.uploaded',
      'file.saved',
      'file.saved',
      'file.saved',
    ])
  })

  test('without words or rights is not shown, and whoever sent them is told what is missing', async () => {
    const { id } = await t.sent(picture)
    const { data } = await t.describe(id, { alternativeText: ' ', rightsHolder: '', licence: 'mine' })
    expect(data.saveAttachment.problems.map((each: { field: string }) => each.field)).toEqual([
      'alternativeText',
      'rightsHolder',
      'licence',
    ])
    expect((await t.ask(shown)).data.practice.attachments).toEqual([])
  })
})

describe('a PDF', () => {
  test('is given for saving, whole or in parts', async () => {
    const file = await t.published(await pdf(), { name: 'Évaluation <b>2024</b>.pdf' })
    const [path = ''] = file.paths
    expect(path).toMatch(/^\/files\/file_\w{12}\/[a-z0-9-]+\.pdf$/)
    const whole = Buffer.from(await (await t.get(path)).arrayBuffer())
    const response = await t.get(path, null, { Range: 'bytes=0-4' })
    expect([response.status, await response.text()]).toEqual([206, '%PDF-'])
    expect(response.headers.get('Content-Range')).toBe(`bytes 0-4/${whole.byteLength}`)
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="[a-z0-9-]+\.pdf"$/)
    expect((await t.get(path, null, { Range: `bytes=${whole.byteLength}-` })).status).toBe(416)
    const head = await t.api.fetch(new Request(`${origin}${path}`, { method: 'HEAD' }))
    expect([head.headers.get('Content-Length'), await head.text()]).toEqual([String(whole.byteLength), ''])
  })

  test('with a script is refused with a sentence', async () => {
    const response = await t.send(t.editor, await pdfWithScript())
    expect(response.status).toBe(422)
    // That somebody sends what is refused is no fault of ours.
    expect(t.logged).toEqual([])
    expect(await response.json()).toMatchObject({
      errors: [
        {
          message: expect.stringContaining('scripts'),
          extensions: { code: 'FILE_REFUSED', reason: 'active' },
        },
      ],
    })
    expect(await t.database.db.select().from(attachment)).toEqual([])
  })
})

describe('sending', () => {
  test('is for members who keep the entry, from pages of ours or with a token that may write', async () => {
    const stranger = await t.person()
    const elsewhere = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }
    expect((await t.send(null, picture)).status).toBe(401)
    expect((await t.send(t.editor, picture, { headers: elsewhere })).status).toBe(401)
    expect((await t.send(t.editor, picture, { headers: { 'Sec-Fetch-Site': 'none' } })).status).toBe(401)
    expect((await t.send(stranger, picture)).status).toBe(403)
    expect((await t.send(t.editor, picture, { query: `?entry=${idOf('practice', 'twin')}` })).status).toBe(
      403,
    )
    for (const entry of ['prac_000000000000', '../etc', 'x'.repeat(5000), '%00'])
      expect((await t.send(t.editor, picture, { query: `?entry=${entry}` })).status).toBe(403)
    expect(await t.lying()).not.toContain('sent')
    const token = async (scopes: ('read' | 'write')[]) => {
      const deps = { db: t.database.db, clock: { now: t.now }, random: randomBytes }
      const made = await createApiToken(deps, { memberId: t.editor.id, name: 'P', scopes, days: 1 })
      return { Authorization: `Bearer ${made.token}`, 'Sec-Fetch-Site': 'none' }
    }
    expect((await t.send(null, picture, { headers: await token(['read']) })).status).toBe(403)
    expect((await t.send(null, picture, { headers: await token(['write']) })).status).toBe(201)
    expect((await t.send(null, picture, { headers: { Authorization: 'Bearer x' } })).status).toBe(401)
  })

  test('by a form leads back to its page, and nowhere else', async () => {
    const to = async (back: string, content: Uint8Array = picture, by: Person | null = t.editor) => {
      const query = `?${new URLSearchParams({ entry: practice, back })}`
      const response = await t.send(by, content, { query })
      return [response.status, response.headers.get('Location')?.replace(/file_\w+/, 'file')]
    }
    const page = '/de/practices/a-key/files'
    expect(await to(page)).toEqual([303, `${page}?uploaded=file`])
    expect(await to(`${page}?x=1`, Buffer.from('<svg onload=alert(1)>'))).toEqual([
      303,
      `${page}?x=1&problem=type`,
    ])
    expect(await to(page, Buffer.from(''))).toEqual([303, `${page}?problem=empty`])
    expect(await to(page, picture, null)).toEqual([303, page])
    for (const back of [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example',
      'javascript:alert(1)',
      '',
    ])
      expect((await to(back, Buffer.from('<svg/>')))[0]).toBe(415)
  })

  test('what is no form with a file is refused', async () => {
    const typed = (type: string, body: string) =>
      t.send(t.editor, picture, { headers: { 'Content-Type': type }, body })
    const part = (name: string, content: string) =>
      `--b\r\nContent-Disposition: form-data; name="${name}"; filename="x.png"\r\n\r\n${content}\r\n--b--\r\n`
    for (const response of [
      await typed('application/json', '{}'),
      await typed('multipart/form-data', 'x'),
      await typed('multipart/form-data; boundary=b', ''),
      await typed('multipart/form-data; boundary=b', part('other', 'x')),
      await typed('multipart/form-data; boundary=b', part('file', 'cut').slice(0, -9)),
      await typed('application/x-www-form-urlencoded', 'file=x'),
    ])
      expect(response.status).toBe(400)
    expect((await typed('multipart/form-data; boundary=b', part('file', 'GIF89a'))).status).toBe(415)
  })

  test('that breaks off half-way leaves nothing, and neither does what is too large', async () => {
    const before = await t.lying()
    const whole = await photo({ width: 2000, height: 2000 })
    const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="x.jpg"\r\n\r\n'
    const headers = { 'Content-Type': 'multipart/form-data; boundary=b' }
    const breaking = new ReadableStream({
      async start(controller) {
        controller.enqueue(Buffer.from(head))
        for await (const chunk of inPieces(whole.subarray(0, whole.byteLength / 2), 4096))
          controller.enqueue(chunk)
      },
      pull: (controller) => controller.error(new Error('the line went dead')),
    })
    expect((await t.send(t.editor, picture, { headers, body: breaking })).status).toBe(400)
    const large = Buffer.concat([whole, Buffer.alloc(10_500_000)])
    expect((await t.send(t.editor, large)).status).toBe(413)
    expect(await t.lying()).toEqual(before)
    expect(await t.database.db.select().from(attachment)).toEqual([])
  })

  test('must wait when somebody sends very many', async () => {
    const responses: number[] = []
    for (let n = 0; n < 62; n += 1) responses.push((await t.send(t.editor, Buffer.from('x'))).status)
    expect([responses[0], responses.at(-1)]).toEqual([415, 429])
  })

  test('ends where the room of a member or of an entry ends, also for files sent at once', async () => {
    const { id } = await t.sent(picture)
    const { db } = t.database
    const own = await db.select().from(attachment)
    const bytes = own[0]?.bytes ?? 0
    await db
      .update(attachment)
      .set({ bytes: mostBytesOfMember - bytes })
      .where(eq(attachment.id, id))
    const both = await Promise.all([t.send(t.editor, picture), t.send(t.editor, picture)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    await db.delete(attachment)
    const [row] = own
    if (!row) throw new Error('nothing was sent')
    const ids = Array.from({ length: mostAttachments }, (_, n) => `file_${String(n).padStart(12, '0')}`)
    await db.insert(attachment).values(ids.map((each) => ({ ...row, id: each })))
    expect((await t.send(t.editor, picture)).status).toBe(409)
  })
})

describe('what is not hers', () => {
  test('nobody describes, lists or removes what she may not', async () => {
    const { id } = await t.sent(picture)
    const stranger = await t.person()
    const list = `{ attachmentsAt(entry: "${practice}") { state } }`
    for (const [who, code] of [
      [stranger, 'FORBIDDEN'],
      [t, 'UNAUTHENTICATED'],
    ] as const)
      for (const answer of [await t.describe(id, {}, who), await t.remove(id, who), await who.ask(list)])
        expect(answer.errors[0]?.extensions.code).toBe(code)
    expect((await t.editor.ask(list)).data.attachmentsAt).toEqual([{ state: 'PENDING' }])
  })

  test('what was sent for nothing is its sender’s alone, and comes only to entries she keeps', async () => {
    const file = await t.sent(picture, { query: '' })
    const [path = ''] = file.paths
    const stranger = await t.person()
    expect([
      (await t.get(path)).status,
      (await t.get(path, stranger)).status,
      (await t.get(path, t.editor)).status,
    ]).toEqual([404, 404, 200])
    expect((await t.describe(file.id, { entry: practice }, stranger)).errors).toHaveLength(1)
    expect((await t.describe(file.id)).data.saveAttachment.problems).toMatchObject([{ field: 'entry' }])
    const twin = idOf('practice', 'twin')
    expect((await t.describe(file.id, { entry: twin })).errors[0]?.extensions.code).toBe('FORBIDDEN')
    const { data } = await t.describe(file.id, { entry: practice })
    expect(data.saveAttachment.attachment.state).toBe('PUBLIC')
    const moved = await t.describe(file.id, { entry: twin })
    expect(moved.data.saveAttachment.problems).toMatchObject([{ field: 'entry' }])
  })

  test('no path or id leads anywhere else', async () => {
    const file = await t.published(picture)
    for (const path of [
      `/files/${file.id}/..%2f..%2fetc%2fpasswd`,
      `/files/${file.id}/481.webp`,
      `/files/${file.id}/480.webp%00.html`,
      `/files/${file.id}/480.html`,
      `/files/${file.id.toUpperCase()}/300.webp`,
      '/files/..%2f..%2fpackage.json/300.webp',
      "/files/file_000000000000'--/300.webp",
      `/files/${file.id}`,
      '/files',
      '/files/',
    ])
      expect((await t.get(path)).status, path).toBe(404)
  })
})

test('a store that does not answer leaves no attachment behind, and the sender is told to come later', async () => {
  const { put } = t.files.store
  t.files.store.put = () => Promise.reject(new Unavailable('The store of files does not answer.'))
  expect((await t.send(t.editor, picture)).status).toBe(503)
  t.files.store.put = put
  expect(
    (await t.editor.ask(`{ attachmentsAt(entry: "${practice}") { state } }`)).data.attachmentsAt,
  ).toEqual([])
})

test('files of a practice go with a member only when they belong to nothing', async () => {
  const leaving = await t.person({ at: [{ entry: idOf('organisation', 'board'), function: 'editor' }] })
  const kept = await t.sent(picture, {}, leaving)
  const alone = await t.sent(picture, { query: '', name: 'Anna Berg.png' }, leaving)
  await t.describe(kept.id, {}, leaving)
  const { data } = await leaving.ask('{ profile { data } }')
  const files = JSON.parse(data.profile.data).files as { id: string; name: string }[]
  expect(files.map(({ id, name }) => `${id} ${name}`).toSorted()).toEqual(
    [`${kept.id} photo.jpg`, `${alone.id} Anna Berg.png`].toSorted(),
  )
  const erased = await leaving.ask(`mutation { eraseMember(id: "${leaving.id}") { problems { code } } }`)
  expect(erased.data.eraseMember.problems).toEqual([])
  const rows = await t.database.db.select().from(attachment)
  expect(rows.map(({ state }) => state).toSorted()).toEqual(['public', 'removed'])
  expect(JSON.stringify(rows)).not.toContain('Anna Berg')
})

/** What a draft of a kind must say before anything else does. */
const least: Partial<Record<WrittenKind, object>> = {
  city: { country: idOf('country', 'sweden') },
  network: { type: 'network-type/one' },
  resource: { type: 'resource-type/one' },
}

test.each(writtenKinds)(
  'a %s is illustrated by who began it, and seen by others once it is published',
  async (kind) => {
    const [author, stranger] = [await t.person(), await t.person()]
    const started = await author.ask(
      'mutation ($k: WrittenKind!, $v: String!) { startEntry(kind: $k, values: $v) { problems { field message } revision { entryId } } }',
      { k: kind.toUpperCase(), v: JSON.stringify({ title: `A ${kind}`, ...least[kind] }) },
    )
    const entryId = started.data.startEntry.revision?.entryId ?? JSON.stringify(started.data)
    const query = `?entry=${entryId}`
    expect((await t.send(stranger, picture, { query })).status).toBe(403)
    const { id, paths } = await t.sent(picture, { query }, author)
    const described = await t.describe(id, {}, author)
    expect(described.data.saveAttachment.attachment.state).toBe('PENDING')
    const seen = async (who: Person | null) => (await t.get(paths[0] ?? '', who)).status
    const shows = `{ node(id: "${entryId}") { ... on Entry { attachments { id } } } }`
    const list = `{ attachmentsAt(entry: "${entryId}") { state } }`
    for (const answer of [
      await t.describe(id, {}, stranger),
      await t.remove(id, stranger),
      await stranger.ask(list),
    ])
      expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN')
    expect([await seen(null), await seen(stranger), await seen(author)]).toEqual([404, 404, 200])
    expect((await t.ask(shows)).data.node).toBeNull()

    await t.database.db.update(entry).set({ state: 'published' }).where(eq(entry.id, entryId))
    expect((await t.ask(shows)).data.node).toEqual({ attachments: [] })
    expect((await t.describe(id, {}, author)).errors[0]?.extensions.code).toBe('FORBIDDEN')
    await t.describe(id, {}, administrator)
    expect((await t.ask(shows)).data.node).toEqual({ attachments: [{ id }] })
    expect(await seen(null)).toBe(200)
  },
)

test('those who lead a city or organisation keep what its own page shows', async () => {
  await save(t.database.db, build('organisation', 'own'))
  const entry = idOf('organisation', 'own')
  const lead = await t.person({ at: [{ entry, function: 'editor' }] })
  expect((await t.send(lead, picture, { query: `?entry=${entry}` })).status).toBe(201)
})
