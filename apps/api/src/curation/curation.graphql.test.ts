import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Curation, openCuration, stepsOf, wholePractice } from './testing/open-curation.ts'

let c: Curation
beforeAll(async () => {
  c = await openCuration()
})
afterAll(() => c.close())

const published = (id: string) =>
  c.ask(
    `{ practice(id: "${id}") { slug title { value } lastConfirmedAt confirmationDueAt freshness history { step name actingFor { title { value } } } } }`,
  )

test('a practice goes from a draft to its readers by the hands of three people, and its history tells whose', async () => {
  const { id, entryId } = await c.start(c.author, {
    title: 'Evening classes',
    networks: wholePractice.networks,
  })
  const early = await c.run(c.author, `submitRevision(id: "${id}")`)
  expect(early.problems.map(({ field }) => field)).toContain('challenge')
  expect((await c.save(c.author, id, 1, wholePractice)).problems).toEqual([])
  expect(
    (await c.run(c.author, `submitRevision(id: "${id}", reason: "Please look")`)).revision,
  ).toMatchObject({
    state: 'SUBMITTED',
    turn: 'CURATOR',
  })
  expect((await published(entryId)).data.practice).toBeNull()
  const asked = await c.run(c.curator, `assignReviewer(id: "${id}", member: "${c.reviewer.id}")`)
  expect(asked.revision).toMatchObject({ state: 'IN_REVIEW', turn: 'REVIEWER' })
  const mine = await c.reviewer.ask('{ ownReviews { id revision { title { value } viewerCan } } }')
  expect(mine.data.ownReviews).toMatchObject([{ revision: { viewerCan: ['REMARK', 'REVIEW'] } }])
  const given = await c.reviewer.ask(
    `mutation { saveReview(id: "${mine.data.ownReviews[0].id}", answers: [{ item: "evidence", answer: MET }], recommendation: PUBLISH, text: "Good", give: true) { problems { field } review { givenAt } } }`,
  )
  expect(given.data.saveReview).toMatchObject({ problems: [], review: { givenAt: expect.any(String) } })
  expect((await c.run(c.curator, `acceptRevision(id: "${id}")`)).problems).toHaveLength(4)
  await c.check(id)
  expect((await c.run(c.curator, `acceptRevision(id: "${id}")`)).revision).toMatchObject({
    state: 'ACCEPTED',
  })
  expect((await c.run(c.curator, `publishRevision(id: "${id}")`)).revision).toMatchObject({
    state: 'PUBLISHED',
  })
  const { data } = await published(entryId)
  expect(data.practice).toMatchObject({
    slug: 'evening-classes-for-parents',
    title: { value: wholePractice.title },
    lastConfirmedAt: '2026-11-22',
    confirmationDueAt: '2027-11-22',
    freshness: 'CONFIRMED',
    history: [{ step: 'PUBLISH', name: null, actingFor: { title: { value: 'League of Cities' } } }],
  })
  const found = '{ search(text: "evening classes parents") { nodes { id } } }'
  expect((await c.ask(found)).data.search.nodes).toEqual([])
  await c.index()
  expect((await c.ask(found)).data.search.nodes).toEqual([{ id: entryId }])
  expect(await stepsOf(c, entryId)).toEqual([
    ['start', c.author.id],
    ['submit', c.author.id],
    ['take_up', c.curator.id],
    ['assign', c.curator.id],
    ['review', c.reviewer.id],
    ['accept', c.curator.id],
    ['publish', c.curator.id],
  ])
})
