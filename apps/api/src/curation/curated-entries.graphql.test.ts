import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Curation, openCuration } from './testing/open-curation.ts'

let c: Curation
/** A practice of the network that was accepted and published. */
let own: string
/** A published practice of no network. */
let others: string
beforeAll(async () => {
  c = await openCuration()
  const { id, entryId } = await c.accepted()
  await c.run(c.curator, `publishRevision(id: "${id}")`)
  own = entryId
  others = await c.published({ networks: [] })
})
afterAll(() => c.close())

const listed = async (filter: string, who = c.curator) =>
  (await who.ask(`{ curatedEntries(filter: ${filter}) { totalCount nodes { id state } } }`)).data
    ?.curatedEntries
const one = async (id: string, who: Pick<Curation, 'ask'>) =>
  (await who.ask(`{ curatedEntry(entry: "${id}") { id state isFeatured } }`)).data.curatedEntry

test('curators find what they keep by words, state and choice, and nothing of others', async () => {
  const found = { totalCount: 1, nodes: [{ id: own, state: 'PUBLISHED' }] }
  expect(await listed('{ text: "evening PARENTS" }')).toEqual(found)
  expect(await listed('{ state: ARCHIVED, text: "evening" }')).toMatchObject({ totalCount: 0 })
  expect(await listed('{ kind: CITY, text: "evening" }')).toMatchObject({ totalCount: 0 })
  expect(await listed('{ isFeatured: true }')).toMatchObject({ totalCount: 0 })
  await c.curator.ask(`mutation { featureEntry(entry: "${own}", value: true) { problems { field } } }`)
  expect(await listed('{ isFeatured: true }')).toEqual(found)
  await c.curator.ask(`mutation { archiveEntry(entry: "${own}", reason: "Old") { problems { field } } }`)
  expect(await listed('{ state: ARCHIVED }')).toMatchObject({ nodes: [{ id: own }] })
  const { errors } = await c.author.ask('{ curatedEntries { totalCount } }')
  expect(errors[0]?.extensions.code).toBe('FORBIDDEN')
})

test('what is featured comes first among what is worth reading, before the best evidence', async () => {
  await c.curator.ask(`mutation { restoreEntry(entry: "${own}") { problems { field } } }`)
  await c.curator.ask(`mutation { featureEntry(entry: "${own}", value: true) { problems { field } } }`)
  const { data } = await c.ask('{ featured(first: 1) { id } }')
  expect(data.featured).toEqual([{ id: own }])
})

test('an entry is shown to those who curate or confirm it, and to nobody else', async () => {
  expect(await one(own, c.curator)).toMatchObject({ id: own, isFeatured: true })
  expect(await one(own, c.author)).toMatchObject({ id: own })
  expect(await one(own, c.reviewer)).toBeNull()
  expect(await one(own, c)).toBeNull()
  expect(await one(others, c.curator)).toBeNull()
  expect(await one("practice'; --", c.curator)).toBeNull()
})
