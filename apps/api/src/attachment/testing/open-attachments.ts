import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { schema } from '@hansa/db'
import type { TestBrowser } from '../../account/testing/open-accounts.ts'
import { openPeople, type People, type Person } from '../../member/testing/open-people.ts'
import type { Answer } from '../../testing/open-api.ts'
import { idOf, saveWorld } from '../../testing/world.ts'
import { sweepAttachments } from '../sweep-attachments.ts'

/** The practice that files are sent for unless told otherwise. */
export const practice = idOf('practice', 'key')
export const origin = 'https://hansa.example'

type Cookies = Pick<TestBrowser, 'cookies'> | null

/** What is sent, and how, where it is not as a browser on a page of ours sends it. */
export type Sending = {
  query?: string
  name?: string
  headers?: Record<string, string>
  body?: BodyInit
}

export type SentFile = { id: string; kind: string; name: string; paths: string[] }

export type Attachments = People & {
  /** Somebody who leads the organisation that leads the practice. */
  editor: Person
  /** Sends what a browser sends; nobody's browser for null. */
  send(browser: Cookies, content: Uint8Array, options?: Sending): Promise<Response>
  /** Sends what is good. */
  sent(content: Uint8Array, options?: Sending, by?: Person): Promise<SentFile>
  get(path: string, browser?: Cookies, headers?: Record<string, string>): Promise<Response>
  describe(id: string, change?: object, by?: Pick<TestBrowser, 'ask'>): Promise<Answer>
  remove(id: string, by?: Pick<TestBrowser, 'ask'>): Promise<Answer>
  /** A file of the practice that everybody sees. */
  published(content: Uint8Array, options?: Sending): Promise<SentFile>
  /** Names of what lies in the store and on its way there. */
  lying(): Promise<string[]>
  sweep(): Promise<void>
  /** Forgets all files and all that was counted. */
  forget(): Promise<void>
}

const saveMutation = `mutation ($id: ID!, $entry: ID, $language: String!, $alternativeText: String!, $caption: String, $rightsHolder: String!, $licence: String!) {
  saveAttachment(id: $id, entry: $entry, language: $language, alternativeText: $alternativeText, caption: $caption, rightsHolder: $rightsHolder, licence: $licence) {
    problems { field code } attachment { state attachment { id } }
  }
}`
const words = {
  language: 'en',
  alternativeText: 'A courtyard',
  rightsHolder: 'City of Malmö',
  licence: 'CC-BY-4.0',
}

const cookieOf = (browser: Cookies): string =>
  [...(browser?.cookies ?? [])].map(([key, value]) => `${key}=${value}`).join('; ')

/** An API with the world in it, and somebody who keeps the files of a practice. */
export const openAttachments = async (): Promise<Attachments> => {
  const t = await openPeople()
  await saveWorld(t.database.db)
  const board = { entry: idOf('organisation', 'board'), function: 'editor' as const }
  const a: Attachments = {
    ...t,
    editor: await t.person({ at: [board] }),
    async send(
      browser,
      content,
      { query = `?entry=${practice}`, name = 'photo.jpg', headers = {}, body } = {},
    ) {
      const form = new FormData()
      form.set('file', new Blob([new Uint8Array(content)]), name)
      const init: RequestInit & { duplex: 'half' } = {
        method: 'POST',
        headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: cookieOf(browser), ...headers },
        body: body ?? form,
        duplex: 'half',
      }
      const request = new Request(`${origin}/files${query}`, init)
      return await t.api.fetch(request, { requestId: 'request-1', address: '192.0.2.10' })
    },
    async sent(content, options = {}, by = a.editor) {
      const response = await a.send(by, content, options)
      if (response.status !== 201) throw new Error(await response.text())
      return await response.json()
    },
    get: async (path, browser = null, headers = {}) =>
      await t.api.fetch(
        new Request(`${origin}${path}`, { headers: { Cookie: cookieOf(browser), ...headers } }),
      ),
    describe: (id, change = {}, by = a.editor) => by.ask(saveMutation, { id, ...words, ...change }),
    remove: (id, by = a.editor) =>
      by.ask('mutation ($id: ID!) { removeAttachment(id: $id) { problems { field } } }', { id }),
    async published(content, options = {}) {
      const file = await a.sent(content, options)
      const { data, errors } = await a.describe(file.id)
      if (data?.saveAttachment.attachment.state !== 'PUBLIC') throw new Error(JSON.stringify(errors))
      return file
    },
    async lying() {
      const folders = ['files', 'incoming'].map((name) => join(t.folder, name))
      const found = await Promise.all(
        folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])),
      )
      return found.flat().flatMap((each) => (each.isFile() ? [each.name] : []))
    },
    sweep: () => sweepAttachments({ db: t.database.db, clock: { now: t.now }, store: t.files.store }),
    async forget() {
      await t.database.db.delete(schema.attachment)
      await t.database.db.delete(schema.throttle)
    },
  }
  return a
}
