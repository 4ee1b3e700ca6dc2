import { schema } from '@hansa/db'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../member/testing/open-people.ts'
import { build, idOf, save } from '../testing/world.ts'
import { remindDue } from './confirm.service.ts'
import { publishDue } from './publish.service.ts'
import {
  board,
  type Curation,
  league,
  malmo,
  newKey,
  openCuration,
  wholePractice,
} from './testing/open-curation.ts'

let c: Curation
beforeAll(async () => {
  c = await openCuration()
})
afterAll(() => c.close())

const system = (now: Date) => ({
  db: c.database.db,
  clock: { now: () => now },
  viewer: { kind: 'system' as const, name: 'test' },
  caller: { origin: null, address: null } as never,
})

/** What a mutation of an entry came to: the entry, the field or code that was refused. */
const act = async (who: Pick<Person, 'ask'>, call: string) => {
  const { data, errors } = await who.ask(
    `mutation { it: ${call} { problems { field code message } entry { id state isFeatured lastConfirmedAt confirmationDueAt } } }`,
  )
  if (errors[0]) return errors[0].extensions.code
  return data.it.problems[0]?.message ?? data.it.entry
}
const shown = async (id: string, fields = 'id') =>
  (await c.ask(`{ practice(id: "${id}") { ${fields} } }`)).data.practice

describe('at a time', () => {
  test('what is accepted is published once it has come, once, however many look', async () => {
    const { id, entryId } = await c.accepted()
    const at = new Date(c.now().getTime() + 3_600_000)
    const set = await c.run(c.curator, `publishRevision(id: "${id}", at: "${at.toISOString()}")`)
    expect(set.revision).toMatchObject({ state: 'ACCEPTED', turn: 'CLOCK', publishAt: at.toISOString() })
    expect(await publishDue(system(c.now()), c.now())).toEqual([])
    const both = await Promise.all([publishDue(system(at), at), publishDue(system(at), at)])
    expect(both.flat()).toEqual([{ id, entryId, published: true, reason: null }])
    expect(await shown(entryId, 'history { step name actingFor { id } }')).toEqual({
      history: [{ step: 'PUBLISH', name: null, actingFor: { id: league } }],
    })
    expect(await publishDue(system(at), at)).toEqual([])
  })

  test('what cannot be published any more waits for its curators again, and says why', async () => {
    const organisation = idOf('organisation', newKey())
    await save(c.database.db, { ...build('organisation', newKey()), id: organisation })
    const { id } = await c.accepted({ ...wholePractice, partners: [{ to: organisation }] })
    await c.run(c.curator, `publishRevision(id: "${id}", at: "2026-12-01T09:00:00Z")`)
    await c.database.db
      .update(schema.entry)
      .set({ state: 'archived' })
      .where(eq(schema.entry.id, organisation))
    await c.database.db.delete(schema.entryLink).where(eq(schema.entryLink.toId, organisation))
    await c.database.db.delete(schema.organisation).where(eq(schema.organisation.id, organisation))
    await c.database.db.delete(schema.entry).where(eq(schema.entry.id, organisation))
    const later = new Date('2026-12-01T09:00:00Z')
    const [outcome] = await publishDue(system(later), later)
    expect(outcome).toMatchObject({ id, published: false, reason: expect.stringContaining('partners.0.to') })
    const { data } = await c.curator.ask(`{ revision(id: "${id}") { turn steps { step reason } } }`)
    expect(data.revision.turn).toBe('CURATOR')
    expect(data.revision.steps.at(-1)).toMatchObject({
      step: 'SCHEDULE',
      reason: expect.stringContaining('partners'),
    })
  })

  test('can be taken back, and is asked for as a time', async () => {
    const { id } = await c.accepted()
    expect((await c.run(c.curator, `publishRevision(id: "${id}", at: "soon")`)).problems).toMatchObject([
      { field: 'at' },
    ])
    await c.run(c.curator, `publishRevision(id: "${id}", at: "2027-01-01T00:00:00Z")`)
    expect((await c.run(c.colleague, `holdRevision(id: "${id}")`)).revision).toMatchObject({
      turn: 'CURATOR',
      publishAt: null,
    })
    expect(await publishDue(system(new Date('2028-01-01')), new Date('2028-01-01'))).toEqual([])
  })
})

describe('a published entry', () => {
  test('is archived with a reason and restored as it was, by those who decide about it', async () => {
    const id = await c.published()
    const call = `archiveEntry(entry: "${id}", reason: "It ended")`
    expect(await act(c.author, call)).toBe('FORBIDDEN')
    expect(await act(c.curator, `archiveEntry(entry: "${id}", reason: " ")`)).toContain('is empty')
    expect(await act(c.curator, call)).toMatchObject({ state: 'ARCHIVED' })
    expect(await shown(id)).toBeNull()
    expect((await c.run(c.author, `improveEntry(entry: "${id}")`)).code).toBe('FORBIDDEN')
    expect(await act(c.curator, call)).toContain('not published')
    expect(await act(c.colleague, `restoreEntry(entry: "${id}")`)).toMatchObject({ state: 'PUBLISHED' })
    expect(await shown(id, 'history { step }')).toEqual({
      history: [{ step: 'ARCHIVE' }, { step: 'RESTORE' }],
    })
  })

  test('is featured for everybody to see, and not any more once it is archived', async () => {
    const id = await c.published()
    expect(await act(c.author, `featureEntry(entry: "${id}", value: true)`)).toBe('FORBIDDEN')
    expect(await act(c.curator, `featureEntry(entry: "${id}", value: true)`)).toMatchObject({
      isFeatured: true,
    })
    expect(await shown(id, 'isFeatured')).toEqual({ isFeatured: true })
    await act(c.curator, `archiveEntry(entry: "${id}", reason: "Old")`)
    await act(c.curator, `restoreEntry(entry: "${id}")`)
    expect(await shown(id, 'isFeatured')).toEqual({ isFeatured: false })
  })

  test('is confirmed by who keeps it, with her name only where she shows it to everybody', async () => {
    const fields =
      'lastConfirmedAt confirmationDueAt freshness history { step name actingFor { title { value } } }'
    const [one, ended] = [await c.published(), await c.published({ stage: 'ended' })]
    const lead = await c.person({ name: 'Lena', at: [{ entry: board, function: 'editor' }] })
    expect(await act(c.author, `confirmEntry(entry: "${one}")`)).toBe('FORBIDDEN')
    expect(await act(lead, `confirmEntry(entry: "${one}")`)).toMatchObject({
      confirmationDueAt: '2027-11-22',
    })
    expect(await act(c.curator, `confirmEntry(entry: "${one}")`)).toContain('today already')
    expect(await shown(one, fields)).toMatchObject({
      lastConfirmedAt: '2026-11-22',
      freshness: 'CONFIRMED',
      history: [{ step: 'CONFIRM', name: null, actingFor: { title: { value: 'Housing Board' } } }],
    })
    const open = await c.person({
      name: 'Open Olga',
      profile: {},
      at: [{ entry: league, function: 'curator' }],
    })
    expect(await act(open, `confirmEntry(entry: "${ended}")`)).toMatchObject({
      confirmationDueAt: '2028-11-22',
    })
    expect((await shown(ended, fields)).history).toEqual([
      { step: 'CONFIRM', name: 'Open Olga', actingFor: { title: { value: 'League of Cities' } } },
    ])
  })

  test('that is due is reminded of 30 days before, on the day and 30 days after, once each, whoever runs the job', async () => {
    const id = await c.published({ lastConfirmedAt: '2029-01-01', confirmationDueAt: '2030-01-01' })
    const lead = await c.person({ name: 'Lea', at: [{ entry: board, function: 'editor' }] })
    const on = async (day: string) => {
      const now = new Date(`${day}T06:00:00Z`)
      const both = await Promise.all([remindDue(system(now), now), remindDue(system(now), now)])
      return both.flat().filter(({ entryId }) => entryId === id)
    }
    expect(await on('2029-12-01')).toEqual([])
    const [early, ...twice] = await on('2029-12-02')
    expect([early?.offset, twice]).toEqual([-30, []])
    expect(early?.memberIds).toContain(lead.id)
    expect(early?.memberIds).not.toContain(c.curator.id)
    expect(await on('2029-12-31')).toEqual([])
    expect((await on('2030-01-01')).map(({ offset }) => offset)).toEqual([0])
    expect((await on('2030-03-01')).map(({ offset }) => offset)).toEqual([30])
    expect(await on('2035-03-01')).toEqual([])
  })

  test('whose confirmation is overdue is in the list of the secretariat, the longest overdue first', async () => {
    const [second, first] = [
      await c.published({ lastConfirmedAt: '2020-01-01', confirmationDueAt: '2021-02-01' }),
      await c.published({ lastConfirmedAt: '2020-01-01', confirmationDueAt: '2021-01-01' }),
    ]
    const list = `{ staleEntries(network: "${league}", first: 2) { nodes { id } } curationFigures(network: "${league}") { overdue } }`
    const { data } = await c.curator.ask(list)
    expect(data.staleEntries.nodes.map((node: { id: string }) => node.id)).toEqual([first, second])
    expect(data.curationFigures.overdue).toBeGreaterThanOrEqual(2)
    expect((await c.author.ask(list)).errors[0]?.extensions.code).toBe('FORBIDDEN')
    const stranger = await c.person({ at: [{ entry: idOf('network', 'branch'), function: 'curator' }] })
    const others = await stranger.ask('{ staleEntries { nodes { id } } curationQueue { totalCount } }')
    expect(others.data).toEqual({ staleEntries: { nodes: [] }, curationQueue: { totalCount: 0 } })
  })
})

describe('a duplicate', () => {
  test('is found when it is submitted, by title and city, and merged: links, people and addresses lead to the one that stays', async () => {
    const stays = await c.published({ title: 'Evening classes for all parents', slug: 'all-parents' })
    const { id, entryId } = await c.accepted({ ...wholePractice, partners: [{ to: board }] })
    const { data } = await c.curator.ask(`{ revision(id: "${id}") { duplicates { entry { id } sameCity } } }`)
    expect(data.revision.duplicates).toContainEqual({ entry: { id: stays }, sameCity: true })
    expect(await act(c.curator, `mergeEntries(from: "${entryId}", into: "${stays}")`)).toContain(
      'Release or reject',
    )
    await c.run(c.curator, `publishRevision(id: "${id}")`)
    const guide = { ...build('resource', newKey(), { practices: [entryId, stays] }) }
    await save(c.database.db, guide)
    const slug = (await shown(entryId, 'slug')).slug
    expect(await act(c.author, `mergeEntries(from: "${entryId}", into: "${stays}")`)).toBe('FORBIDDEN')
    expect(await act(c.curator, `mergeEntries(from: "${entryId}", into: "${malmo}")`)).toContain('same kind')
    expect(await act(c.curator, `mergeEntries(from: "${entryId}", into: "${stays}")`)).toMatchObject({
      id: stays,
    })
    const found = await c.ask(
      `{ byId: practice(id: "${entryId}") { id } bySlug: practice(slug: "${slug}") { id slug } node(id: "${entryId}") { id } resource(id: "${guide.id}") { practices { id } } }`,
    )
    expect(found.data).toEqual({
      byId: { id: stays },
      bySlug: { id: stays, slug: 'all-parents' },
      node: { id: stays },
      resource: { practices: [{ id: stays }] },
    })
    expect(await act(c.curator, `restoreEntry(entry: "${entryId}")`)).toContain('merged into another')
    const began = await c.database.db
      .select()
      .from(schema.affiliation)
      .where(eq(schema.affiliation.entryId, stays))
    expect(began.map(({ memberId, function: role }) => [memberId, role])).toEqual([[c.author.id, 'author']])
    const { history } = await shown(stays, 'history { step other { id } }')
    expect(history).toEqual([{ step: 'MERGE', other: { id: entryId } }])
  })

  test('is named by drafts no more either, which keep what else they say', async () => {
    const [goes, stays] = [newKey(), newKey()]
    await save(c.database.db, build('component', goes), build('component', stays))
    const [from, into] = [idOf('component', goes), idOf('component', stays)]
    const { id, entryId } = await c.start(c.author, { ...wholePractice, components: [from] })
    await c.save(c.author, id, 1, { strapline: 'Written since' })
    const administrator = await c.person({ isAdministrator: true })
    expect(await act(administrator, `mergeEntries(from: "${from}", into: "${into}")`)).toMatchObject({
      id: into,
    })
    const { data } = await c.author.ask(
      `{ revision(id: "${id}") { named { id } } practice(id: "${entryId}") { strapline { value } components { id } } }`,
    )
    expect(data.practice).toEqual({ strapline: { value: 'Written since' }, components: [{ id: into }] })
    expect(data.revision.named).toContainEqual({ id: into })
  })

  test('is merged while what names it is confirmed, saved and published: all of it is done, and names the one that stays', async () => {
    const administrator = await c.person({ isAdministrator: true })
    for (let round = 0; round < 12; round += 1) {
      const [from, into] = [idOf('component', newKey()), idOf('component', newKey())]
      await save(c.database.db, ...[from, into].map((id) => ({ ...build('component', newKey()), id })))
      const old = await c.published({ components: [from] })
      const draft = await c.start(c.author, { ...wholePractice, components: [from] })
      const accepted = await c.accepted({ ...wholePractice, components: [from] })
      const came = await Promise.all([
        c.run(c.curator, `publishRevision(id: "${accepted.id}")`),
        act(c.curator, `confirmEntry(entry: "${old}")`),
        c.save(c.author, draft.id, draft.version, { strapline: 'Written meanwhile' }),
        act(administrator, `mergeEntries(from: "${from}", into: "${into}")`),
      ])
      const done = { problems: [], code: null }
      expect(came).toMatchObject([done, { id: old }, done, { id: into }])
      for (const id of [old, draft.entryId, accepted.entryId]) {
        const { data } = await c.author.ask(`{ practice(id: "${id}") { components { id } } }`)
        expect(data.practice).toEqual({ components: [{ id: into }] })
      }
    }
    expect(c.logged).toEqual([])
  })

  test('in a network’s memberships is named once, and the city that stays keeps what it says', async () => {
    const [goes, stays] = [newKey(), newKey()]
    await save(
      c.database.db,
      build('city', goes, { title: 'Malmo' }),
      build('city', stays, { title: 'Malmö stad' }),
      build('network', 'lines', {
        memberships: [{ member: idOf('city', goes) }, { member: idOf('city', stays) }],
      }),
    )
    const administrator = await c.person({ isAdministrator: true })
    const merged = await act(
      administrator,
      `mergeEntries(from: "${idOf('city', goes)}", into: "${idOf('city', stays)}")`,
    )
    expect(merged).toMatchObject({ id: idOf('city', stays) })
    const rows = await c.database.db.select().from(schema.membership)
    expect(
      rows.filter(({ entryId }) => entryId === idOf('network', 'lines')).map(({ member }) => member),
    ).toEqual([idOf('city', stays)])
  })
})

test('the queue is filtered by turn, kind, network and words, and figures tell how long things wait', async () => {
  const { id } = await c.start(c.author, { ...wholePractice, title: 'Zebra crossings' })
  await c.run(c.author, `submitRevision(id: "${id}")`)
  c.pass(3 * 86_400)
  const ask = async (filter: string) => {
    const { data } = await c.curator.ask(
      `{ curationQueue(filter: { ${filter} }) { totalCount nodes { id turn } } }`,
    )
    return data.curationQueue.nodes.map((node: { id: string }) => node.id)
  }
  expect(await ask('text: "zébra cross"')).toEqual([id])
  expect(
    await ask(`text: "zebra", turn: CURATOR, kind: PRACTICE, states: [SUBMITTED], network: "${league}"`),
  ).toEqual([id])
  for (const filter of [
    'turn: AUTHOR',
    'turn: REVIEWER',
    'turn: CLOCK',
    'kind: EVENT',
    'states: [ACCEPTED]',
    'network: "netw_000000000000"',
  ])
    expect(await ask(`text: "zebra", ${filter}`), filter).toEqual([])
  const { data } = await c.curator.ask('{ curationFigures { states { state count medianDays } } }')
  const submitted = data.curationFigures.states.find((one: { state: string }) => one.state === 'SUBMITTED')
  expect(submitted.medianDays).toBeCloseTo(3)
  const mine = await c.author.ask('{ ownWriting(states: [SUBMITTED]) { nodes { id } } }')
  expect(mine.data.ownWriting.nodes).toContainEqual({ id })
})

test('of many at once each is done or refused for itself', async () => {
  const [one, other] = [await c.published(), await c.published()]
  const country = idOf('country', 'sweden')
  const bulk = `mutation { curateMany(action: ARCHIVE, ids: ["${one}", "${country}", "nothing", "${other}"], reason: "Old") { problems { field } items { id problems { code } } } }`
  expect((await c.author.ask(bulk)).errors[0]?.extensions.code).toBe('FORBIDDEN')
  const { data } = await c.curator.ask(bulk)
  expect(data.curateMany.items).toEqual([
    { id: one, problems: [] },
    { id: country, problems: [{ code: 'REFUSED' }] },
    { id: 'nothing', problems: [{ code: 'REFUSED' }] },
    { id: other, problems: [] },
  ])
})

test('whoever is erased leaves what she wrote to the registry, and her drafts to nobody’s way', async () => {
  const leaving = await c.person({ name: 'Leaving Lisa', profile: { offers: ['reviewing'] } })
  const { id, entryId } = await c.start(leaving)
  await c.run(leaving, `submitRevision(id: "${id}")`)
  const target = await c.published()
  const draft = (await c.run(leaving, `improveEntry(entry: "${target}")`)).revision?.id ?? ''
  const reviewed = await c.inReview()
  await c.run(c.curator, `assignReviewer(id: "${reviewed.id}", member: "${leaving.id}")`)
  const own = JSON.parse((await leaving.ask('{ profile { data } }')).data.profile.data)
  expect(own.writing.map((row: { id: string }) => row.id).toSorted()).toEqual([id, draft].toSorted())
  expect(own.reviews).toMatchObject([{ revision: reviewed.id }])
  const erased = await leaving.ask(`mutation { eraseMember(id: "${leaving.id}") { problems { code } } }`)
  expect(erased.data.eraseMember.problems).toEqual([])
  const { data } = await c.curator.ask(
    `{ submitted: revision(id: "${id}") { state entryId author { name isFormer } } reviewed: revision(id: "${reviewed.id}") { turn reviews { id } } }`,
  )
  expect(data.submitted).toEqual({ state: 'SUBMITTED', entryId, author: { name: null, isFormer: true } })
  expect(data.reviewed).toEqual({ turn: 'CURATOR', reviews: [] })
  expect((await c.run(c.author, `improveEntry(entry: "${target}")`)).problems).toEqual([])
})

test('whatever is sent in place of an id, a reason or words is answered', async () => {
  const administrator = await c.person({ isAdministrator: true })
  const { id } = await c.inReview()
  for (const odd of ['\0', 'netw_\0', 'prac_000000000000', "'", 'x'.repeat(3000)]) {
    const q = JSON.stringify(odd)
    for (const call of [
      `archiveEntry(entry: ${q}, reason: ${q}) { problems { code } }`,
      `mergeEntries(from: ${q}, into: ${q}) { problems { code } }`,
      `confirmEntry(entry: ${q}) { problems { code } }`,
      `improveEntry(entry: ${q}) { problems { code } }`,
      `publishRevision(id: ${q}, at: ${q}) { problems { code } }`,
      `saveNetworkRule(network: ${q}, version: 0, checklist: [{ key: "a", label: [{ language: "en", text: ${q} }] }], confirmMonths: 1, confirmMonthsEnded: 1) { problems { code } }`,
      `saveNetworkRule(network: "${league}", version: 0, checklist: [{ key: ${q}, label: [{ language: ${q}, text: ${q} }] }], confirmMonths: 1, confirmMonthsEnded: 1) { problems { code } }`,
      `addRemark(revision: "${id}", field: ${q}, text: ${q}) { problems { code } }`,
      `addRemark(revision: "${id}", field: "summary", text: ${q}, suggestion: { language: "en", text: ${q} }) { problems { code } }`,
      `assignReviewer(id: "${id}", member: ${q}) { problems { code } }`,
      `answerChecklist(id: "${id}", answers: [{ item: "evidence", answer: MET, note: ${q} }]) { problems { code } }`,
      `curateMany(action: ASSIGN, ids: [${q}], member: ${q}, reason: ${q}) { problems { code } }`,
      `requestChanges(id: ${q}, reason: ${q}) { problems { code } }`,
    ]) {
      const { errors } = await administrator.ask(`mutation { ${call} }`)
      expect(
        errors.filter(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR'),
        call,
      ).toEqual([])
    }
    const { errors } = await administrator.ask(
      `{ revisionOf(entry: ${q}) { id } networkRule(network: ${q}) { confirmMonths } textsToTranslate(entry: ${q}, language: ${q}) { path } }`,
    )
    expect(errors).toEqual([])
    for (const call of [
      `curationQueue(filter: { network: ${q}, text: ${q} })`,
      `staleEntries(network: ${q})`,
    ])
      expect(
        (await administrator.ask(`{ ${call} { totalCount } }`)).errors[0]?.extensions.code ?? 'INVALID_INPUT',
      ).toBe('INVALID_INPUT')
  }
  expect(c.logged).toEqual([])
})

test('the steps on the way of an entry are only ever added to', async () => {
  await c.start()
  const { db } = c.database
  for (const change of [db.update(schema.revisionStep).set({ reason: 'x' }), db.delete(schema.revisionStep)])
    await expect(change).rejects.toThrow()
})
