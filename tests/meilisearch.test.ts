import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMeilisearch, type TestMeilisearch } from './support/meilisearch.ts'
import { ask, launch, removeFolder, startServer, temporaryFolder, waitFor } from './support/server.ts'

/** A Meilisearch server program these tests may start and kill; without one they are skipped. */
const program = process.env.MEILI_BIN ?? ''

const WORDS = ['mieszkanie', 'logement', 'Wohnung', 'housing', 'hosuing', '"local authorities"', '']

type Found = { search: { totalCount: number; limited: boolean; nodes: { id: string }[] } }

function find(url: string, text: string, comparableTo: string | null = null): Promise<Found['search']> {
  const query = `query ($text: String, $comparableTo: ID) {
    search(text: $text, comparableTo: $comparableTo, first: 20) { totalCount limited nodes { id } }
  }`
  return ask<Found>(url, query, { text, comparableTo }).then(({ search }) => search)
}

async function wholeAgain(url: string): Promise<void> {
  while ((await find(url, 'housing')).limited) await pause(200)
}

describe.skipIf(!program)('with a Meilisearch server', () => {
  let room = ''
  let meilisearch: TestMeilisearch
  let variables: Record<string, string> = {}
  beforeAll(async () => {
    room = await temporaryFolder()
    meilisearch = await startMeilisearch(program, room)
    variables = { DATA_DIR: join(room, 'hansa'), MEILI_URL: meilisearch.url, MEILI_KEY: meilisearch.key }
  })
  afterAll(async () => {
    await meilisearch?.kill()
    await removeFolder(room)
  })

  test('the same words compared to the same city find the same entries as without it', async () => {
    const embedded = await startServer({ DATA_DIR: join(room, 'embedded') })
    const server = await startServer(variables)
    await wholeAgain(server.url)
    for (const text of WORDS)
      for (const city of [null, 'gdansk'])
        expect([text, await find(server.url, text, city)]).toEqual([
          text,
          await find(embedded.url, text, city),
        ])
    await embedded.stop()
    await server.stop()
  })

  test('killed under load, searches go on in a limited way and are whole again once it is back', async () => {
    const server = await startServer(variables)
    await wholeAgain(server.url)
    const before = await find(server.url, 'housing')
    const answers: Found['search'][] = []
    let isLoaded = true
    const load = Promise.all(
      WORDS.slice(0, 4).map(async (text) => {
        while (isLoaded) answers.push(await find(server.url, text))
      }),
    )
    await meilisearch.kill()
    while (!answers.at(-1)?.limited) await pause(20)
    const limited = await find(server.url, 'housing')
    expect(limited).toMatchObject({ limited: true })
    expect(limited.totalCount).toBeGreaterThan(0)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    await meilisearch.start()
    await wholeAgain(server.url)
    isLoaded = false
    await load
    expect(await find(server.url, 'housing')).toEqual(before)
    await server.stop()
    const said = server.stdout() + server.stderr()
    expect(said.match(/search is limited/g)).toHaveLength(1)
  })

  test('what is written while it is away is found once it is back, also when the server started without it', async () => {
    await meilisearch.kill()
    const writer = launch('tests/support/writer.ts', [variables.DATA_DIR ?? '', 'delta'], {})
    const acknowledged = () => writer.stdout().trim().split('\n').filter(Boolean).length
    await waitFor(writer, () => acknowledged() >= 20)
    writer.child.kill('SIGKILL')
    await writer.exited
    const server = await startServer(variables)
    expect(await find(server.url, 'housing')).toMatchObject({ limited: true })
    await meilisearch.start()
    await wholeAgain(server.url)
    const words = '"unbreakable promise delta"'
    while ((await find(server.url, words)).totalCount < acknowledged()) await pause(200)
    await server.stop()
  })
})
