import { schema } from '@hansa/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '../member/testing/open-people.ts'
import { build, idOf, save } from '../testing/world.ts'
import { type Curation, newKey, openCuration, wholePractice } from './testing/open-curation.ts'

let c: Curation
beforeAll(async () => {
  c = await openCuration()
})
afterAll(() => c.close())

type Told = { sentence: string; title: string; path: string; by: string | null }

/** What somebody was told about a thing of a title, the oldest first. */
const toldTo = async (who: Person, title: string): Promise<Told[]> => {
  const { data } = await who.ask('{ news(first: 50) { nodes { sentence title path by } } }')
  return data.news.nodes.filter((one: Told) => one.title === title).reverse()
}
const titled = (title: string) => ({ ...wholePractice, title })
const lettersAbout = async (title: string) =>
  (await c.letters()).filter(({ text }) => text.includes(title)).map(({ recipient }) => recipient)

test('everybody is told when it is her turn, with the page to act on, and not of what she did herself', async () => {
  const title = 'Told step by step'
  const { id } = await c.inReview(titled(title))
  await c.run(c.curator, `assignReviewer(id: "${id}", member: "${c.reviewer.id}")`)
  await c.run(c.curator, `requestChanges(id: "${id}", reason: "Say what it cost.")`)
  expect(await toldTo(c.colleague, title)).toEqual([
    { sentence: 'An entry was sent for review:', title, path: `/curation/${id}`, by: 'By Anna Berg.' },
  ])
  expect(await toldTo(c.reviewer, title)).toEqual([
    { sentence: 'You are asked to review:', title, path: `/curation/${id}`, by: 'By Clara Curator.' },
  ])
  expect(await toldTo(c.author, title)).toEqual([
    { sentence: 'Changes are asked for in:', title, path: `/write/${id}`, by: 'By Clara Curator.' },
  ])
  const letters = await lettersAbout(title)
  for (const { id: member } of [c.colleague, c.reviewer, c.author])
    expect(letters.filter((to) => to === `${member}@example.org`)).toHaveLength(1)
})

test('many remarks on one version are one piece of news', async () => {
  const title = 'Remarked upon'
  const { id } = await c.inReview(titled(title))
  for (const text of ['Which school?', 'Which year?', 'Which parents?'])
    await c.curator.ask(
      `mutation { addRemark(revision: "${id}", field: "summary", text: "${text}") { problems { message } } }`,
    )
  expect(await toldTo(c.author, title)).toHaveLength(1)
})

test('a first draft that is withdrawn concerns nobody else', async () => {
  const title = 'Never sent'
  const { id } = await c.start(c.author, titled(title))
  await c.run(c.author, `withdrawRevision(id: "${id}")`)
  expect(await toldTo(c.curator, title)).toEqual([])
})

test('who keeps both of two entries is told once that they are one now', async () => {
  const publish = async (title: string) => {
    const { id, entryId } = await c.accepted(titled(title))
    await c.run(c.curator, `publishRevision(id: "${id}")`)
    return entryId
  }
  const [from, into] = [await publish('Told of twice'), await publish('Told of again')]
  await c.curator.ask(`mutation { mergeEntries(from: "${from}", into: "${into}") { problems { message } } }`)
  const rows = await c.database.db.select().from(schema.notification)
  const merged = rows.filter((row) => row.about === 'curation.merged' && row.memberId === c.author.id)
  expect(merged).toHaveLength(1)
})

test('a curator asks those who keep entries whether they still hold, once a day, and hears how many are asked', async () => {
  const [board, league] = [idOf('organisation', newKey()), idOf('network', newKey())]
  await save(
    c.database.db,
    { ...build('organisation', newKey()), id: board },
    { ...build('network', newKey()), id: league },
  )
  const [lead, second] = [
    await c.person({ at: [{ entry: board, function: 'editor' }] }),
    await c.person({ at: [{ entry: board, function: 'editor' }] }),
  ]
  const alone = await c.person({ name: 'Sole Sara', at: [{ entry: league, function: 'curator' }] })
  const inNetwork = { networks: [league], lastConfirmedAt: '2020-01-01', confirmationDueAt: '2021-01-01' }
  const kept = await c.published({ ...inNetwork, title: 'Kept by two', leadOrganisation: board })
  const unkept = await c.published({ ...inNetwork, title: 'Kept by none', leadOrganisation: undefined })
  const draft = (await c.start()).entryId
  const remind = async () => {
    const { data } = await alone.ask(
      `mutation { curateMany(action: REMIND, ids: ["${kept}", "${unkept}", "${draft}"]) { items { told problems { code message } } } }`,
    )
    return data.curateMany.items
  }
  const refused = (code: string, message: string) => ({
    told: null,
    problems: [{ code, message: expect.stringContaining(message) }],
  })
  const nobody = refused('CONFLICT', 'Nobody but you')
  expect(await remind()).toEqual([{ told: 2, problems: [] }, nobody, refused('REFUSED', '')])
  expect(await remind()).toEqual([refused('CONFLICT', 'asked today'), nobody, refused('REFUSED', '')])
  c.pass(86_401)
  expect((await remind())[0]).toEqual({ told: 2, problems: [] })
  for (const who of [lead, second])
    expect((await toldTo(who, 'Kept by two')).map(({ sentence, path }) => [sentence, path])).toEqual(
      Array(2).fill([
        'Nobody has confirmed for too long that this is still so:',
        `/curation/entries/${kept}`,
      ]),
    )
  expect(await toldTo(alone, 'Kept by none')).toEqual([])
})

test('what is to be published later is, once, when its time has come, and its author is told', async () => {
  const title = 'On Monday'
  const { id, entryId } = await c.accepted(titled(title))
  const at = new Date(c.now().getTime() + 3_600_000).toISOString()
  await c.run(c.curator, `publishRevision(id: "${id}", at: "${at}")`)
  await c.work()
  const isThere = async () => (await c.ask(`{ practice(id: "${entryId}") { id } }`)).data.practice !== null
  expect(await isThere()).toBe(false)
  c.pass(3_700)
  await Promise.all([c.work(), c.work()])
  expect(await isThere()).toBe(true)
  const author = await c.signIn(c.author.id)
  const { data } = await author.ask('{ news(first: 50) { nodes { sentence title } } }')
  const published = { sentence: 'Your entry is published:', title }
  expect(data.news.nodes.filter((one: { title: string }) => one.title === title)).toContainEqual(published)
})

test('who keeps an entry is asked to confirm it 30 days before, on the day and 30 days after, once each', async () => {
  const { id, entryId } = await c.accepted(titled('Kept true'))
  await c.run(c.curator, `publishRevision(id: "${id}")`)
  const day = 86_400
  const reminders = async () =>
    (await c.database.db.select().from(schema.notification))
      .filter((row) => row.entryId === entryId && row.about.startsWith('curation.confirmation'))
      .map((row) => [row.memberId, row.about, row.path])
  const asked = [c.author.id, 'curation.confirmation-due', `/curation/entries/${entryId}`]
  c.pass(330 * day)
  await c.work()
  await c.work()
  expect((await reminders()).filter(([to]) => to === c.author.id)).toEqual([])
  c.pass(10 * day)
  await c.work()
  c.pass(3_700)
  await c.work()
  expect((await reminders()).filter(([to]) => to === c.author.id)).toEqual([asked])
  c.pass(60 * day)
  await c.work()
  expect((await reminders()).filter(([to]) => to === c.author.id)).toEqual([
    asked,
    [c.author.id, 'curation.confirmation-overdue', `/curation/entries/${entryId}`],
  ])
})
