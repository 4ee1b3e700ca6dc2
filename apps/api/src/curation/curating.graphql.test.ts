import { schema } from '@hansa/db'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../member/testing/open-people.ts'
import { type Curation, league, openCuration, stepsOf, wholePractice } from './testing/open-curation.ts'

let c: Curation
beforeAll(async () => {
  c = await openCuration()
})
afterAll(() => c.close())

describe('around the workflow', () => {
  const decisions = ['takeUpRevision', 'acceptRevision', 'publishRevision', 'holdRevision']

  test('nobody decides about her own: not as a curator, not as an administrator, not as who saved a word of it', async () => {
    const administrator = await c.person({ isAdministrator: true })
    for (const who of [c.curator, administrator]) {
      const { id } = await c.start(who)
      await c.run(who, `submitRevision(id: "${id}")`)
      for (const decision of decisions)
        expect((await c.run(who, `${decision}(id: "${id}")`)).code).toBe('FORBIDDEN')
      const { data } = await who.ask(`{ revision(id: "${id}") { viewerCan } }`)
      expect(data.revision.viewerCan).toEqual(['WITHDRAW'])
    }
    const { id, entryId } = await c.start()
    const both = await c.person({
      at: [
        { entry: league, function: 'curator' },
        { entry: entryId, function: 'author' },
      ],
    })
    await c.save(both, id, 1, { strapline: 'A word of mine' })
    await c.run(c.author, `submitRevision(id: "${id}")`)
    expect((await c.run(both, `takeUpRevision(id: "${id}")`)).code).toBe('FORBIDDEN')
    expect((await c.run(c.curator, `takeUpRevision(id: "${id}")`)).problems).toEqual([])
  })

  test('no step is taken that does not lead on from where it is', async () => {
    const { id, entryId } = await c.start()
    const as = (who: Person, call: string) => c.run(who, call)
    for (const decision of ['acceptRevision', 'publishRevision'])
      expect((await as(c.curator, `${decision}(id: "${id}")`)).problems).toMatchObject([{ code: 'CONFLICT' }])
    await as(c.author, `submitRevision(id: "${id}")`)
    for (const decision of ['acceptRevision', 'publishRevision'])
      expect((await as(c.curator, `${decision}(id: "${id}")`)).problems).toMatchObject([{ code: 'CONFLICT' }])
    expect((await c.save(c.author, id, 1, { summary: 'Changed after' })).problems[0]?.message).toContain(
      'is submitted now',
    )
    await as(c.curator, `takeUpRevision(id: "${id}")`)
    expect((await as(c.curator, `publishRevision(id: "${id}")`)).problems).toMatchObject([
      { code: 'CONFLICT' },
    ])
    expect((await as(c.author, `acceptRevision(id: "${id}")`)).code).toBe('FORBIDDEN')
    const rows = await c.database.db.select().from(schema.entry)
    expect(rows.find((row) => row.id === entryId)?.state).toBe('draft')
  })

  test('no picture of a draft is public before it is', async () => {
    const { entryId } = await c.start()
    const file = await c.picture(entryId)
    const id = (await c.author.ask(`{ revisionOf(entry: "${entryId}") { id } }`)).data.revisionOf.id
    await c.run(c.author, `submitRevision(id: "${id}")`)
    await c.run(c.curator, `takeUpRevision(id: "${id}")`)
    await c.check(id)
    await c.run(c.curator, `acceptRevision(id: "${id}")`)
    await c.run(c.curator, `publishRevision(id: "${id}")`)
    const shown = await c.ask(`{ practice(id: "${entryId}") { attachments { id } } }`)
    expect(shown.data.practice.attachments).toEqual([{ id: file }])
    // From then on it belongs to those who keep the entry.
    expect(
      (await c.author.ask(`mutation { removeAttachment(id: "${file}") { problems { code } } }`)).errors,
    ).toHaveLength(1)
  })

  test('a rejection says why and touches nothing else of its author’s', async () => {
    const other = await c.start(c.author, { title: 'Another' })
    const { id, entryId } = await c.inReview()
    expect((await c.run(c.curator, `rejectRevision(id: "${id}", reason: " ")`)).problems).toMatchObject([
      { field: 'reason' },
    ])
    expect((await c.run(c.curator, `rejectRevision(id: "${id}", reason: "Not ours")`)).revision?.state).toBe(
      'REJECTED',
    )
    const { data } = await c.author.ask(
      `{ viewer { id } revision(id: "${id}") { state steps { step reason by { name } } } other: revision(id: "${other.id}") { state viewerCan } }`,
    )
    expect(data.revision.steps.at(-1)).toEqual({
      step: 'REJECT',
      reason: 'Not ours',
      by: { name: 'Clara Curator' },
    })
    expect(data.other.viewerCan).toContain('SUBMIT')
    // She may try again with what she wrote.
    const again = await c.run(c.author, `improveEntry(entry: "${entryId}")`)
    expect(again.revision).toMatchObject({ state: 'DRAFT', isNew: true })
  })
})

describe('of two curators at once', () => {
  const twice = (call: string) => Promise.all([c.curator, c.colleague].map((who) => c.run(who, call)))

  test('one accepts, and the other is told that it is accepted', async () => {
    const { id, entryId } = await c.inReview()
    await c.check(id)
    const answers = await twice(`acceptRevision(id: "${id}")`)
    expect(answers.map(({ problems }) => problems.length).toSorted()).toEqual([0, 1])
    expect(answers.flatMap(({ problems }) => problems)[0]?.message).toContain('is accepted now')
    expect((await stepsOf(c, entryId)).filter(([step]) => step === 'accept')).toHaveLength(1)
  })

  test('one publishes, and the other is told that it is published', async () => {
    const { id, entryId } = await c.accepted()
    const answers = await twice(`publishRevision(id: "${id}")`)
    expect(answers.map(({ problems }) => problems.length).toSorted()).toEqual([0, 1])
    expect((await stepsOf(c, entryId)).filter(([step]) => step === 'publish')).toHaveLength(1)
  })

  test('one rejects what the other accepts: it is one of both', async () => {
    const { id, entryId } = await c.inReview()
    await c.check(id)
    const answers = await Promise.all([
      c.run(c.curator, `acceptRevision(id: "${id}")`),
      c.run(c.colleague, `rejectRevision(id: "${id}", reason: "No")`),
    ])
    expect(answers.map(({ problems }) => problems.length).toSorted()).toEqual([0, 1])
    const ends = (await stepsOf(c, entryId)).filter(([step]) => step === 'accept' || step === 'reject')
    expect(ends).toHaveLength(1)
  })

  test('two entries of one title published at once get two addresses', async () => {
    const twin = { ...wholePractice, title: 'One title' }
    const [one, other] = [await c.accepted(twin), await c.accepted(twin)]
    const both = await Promise.all([
      c.run(c.curator, `publishRevision(id: "${one.id}")`),
      c.run(c.colleague, `publishRevision(id: "${other.id}")`),
    ])
    expect(both.flatMap(({ problems }) => problems)).toEqual([])
    const slugs = (await c.database.db.select().from(schema.entry)).map(({ slug }) => slug)
    expect(slugs).toEqual(expect.arrayContaining(['one-title', 'one-title-2']))
  })
})

describe('a review', () => {
  const assign = (id: string, who: Person, by = c.curator) =>
    c.run(by, `assignReviewer(id: "${id}", member: "${who.id}")`)
  const own = async (who: Person, revision: string): Promise<string> => {
    const { data } = await who.ask('{ ownReviews { id revision { id } } }')
    const reviews = data.ownReviews as { id: string; revision: { id: string } }[]
    return reviews.find((one) => one.revision.id === revision)?.id ?? ''
  }
  const write = (who: Person, id: string, give = true) =>
    who.ask(
      `mutation { saveReview(id: "${id}", answers: [], recommendation: DO_NOT_PUBLISH, text: "Too thin", give: ${give}) { problems { field code } } }`,
    )

  test('is written by its reviewer alone, whoever else has its id', async () => {
    const { id } = await c.inReview()
    await assign(id, c.reviewer)
    const review = await own(c.reviewer, id)
    const another = await c.person({ name: 'Rob', profile: { offers: ['reviewing'] } })
    await assign(id, another)
    for (const who of [another, c.author, c.curator, await c.person({ isAdministrator: true })])
      expect((await write(who, review)).errors[0]?.extensions.code).toBe('FORBIDDEN')
    expect((await write(c.reviewer, review)).data.saveReview.problems).toEqual([])
    expect((await write(c.reviewer, review)).data.saveReview.problems).toMatchObject([{ code: 'CONFLICT' }])
  })

  test('is its reviewer’s alone until she gives it, and counts to her load as long', async () => {
    const { id } = await c.inReview()
    await assign(id, c.reviewer)
    await write(c.reviewer, await own(c.reviewer, id), false)
    const seen = `{ revision(id: "${id}") { turn reviews { text recommendation } } reviewersFor(revision: "${id}") { name openReviews } }`
    const before = (await c.curator.ask(seen)).data
    expect(before.revision).toEqual({ turn: 'REVIEWER', reviews: [{ text: null, recommendation: null }] })
    expect(before.reviewersFor).toContainEqual({ name: 'Rana Reviewer', openReviews: 1 })
    await write(c.reviewer, await own(c.reviewer, id))
    const after = (await c.curator.ask(seen)).data
    expect(after.revision).toEqual({
      turn: 'CURATOR',
      reviews: [{ text: 'Too thin', recommendation: 'DO_NOT_PUBLISH' }],
    })
    expect(after.reviewersFor.map((one: { openReviews: number }) => one.openReviews)).toContain(0)
  })

  test('is asked of nobody who wrote it, shows herself to nobody, or was asked before', async () => {
    const { id } = await c.inReview()
    await c.database.db.insert(schema.profile).values({
      memberId: c.author.id,
      position: '',
      languages: [],
      expertise: [],
      offers: ['reviewing'],
      visibility: {
        name: 'public',
        position: 'public',
        affiliations: 'public',
        languages: 'public',
        expertise: 'public',
        offers: 'public',
      },
      sortKey: 'anna',
      positionKey: '',
      updatedAt: c.now(),
    })
    expect((await assign(id, c.author)).problems).toMatchObject([{ field: 'member' }])
    expect((await assign(id, await c.person())).problems).toMatchObject([{ field: 'member' }])
    expect((await assign(id, c.reviewer)).problems).toEqual([])
    expect((await assign(id, c.reviewer)).problems).toMatchObject([{ code: 'CONFLICT' }])
    expect((await assign(id, c.reviewer, c.author)).code).toBe('FORBIDDEN')
  })

  test('that is taken back takes the right to read the draft with it', async () => {
    const { id, entryId } = await c.inReview()
    await assign(id, c.reviewer)
    const page = `{ practice(id: "${entryId}") { id } revision(id: "${id}") { id } }`
    expect((await c.reviewer.ask(page)).data).toMatchObject({ practice: { id: entryId }, revision: { id } })
    await c.run(c.curator, `unassignReviewer(review: "${await own(c.reviewer, id)}")`)
    expect((await c.reviewer.ask(page)).data).toEqual({ practice: null, revision: null })
  })
})

describe('a remark', () => {
  const remark = async (who: Person, id: string, more = '') => {
    const { data, errors } = await who.ask(
      `mutation { addRemark(revision: "${id}", field: "solution.0.text", text: "Say who" ${more}) { problems { field } remark { id } } }`,
    )
    return data?.addRemark ?? errors[0]?.extensions.code
  }
  const suggestion = ', suggestion: { language: "en", text: "The school opens in the evening" }'

  test('suggests a text, which an author puts into the draft with one click, once', async () => {
    const { id } = await c.inReview()
    const { remark: made } = await remark(c.curator, id, suggestion)
    expect((await c.run(c.author, `acceptSuggestion(id: "${made.id}")`)).problems).toMatchObject([
      { code: 'CONFLICT' },
    ])
    await c.run(c.curator, `requestChanges(id: "${id}", reason: "See my remark")`)
    expect((await c.run(c.curator, `acceptSuggestion(id: "${made.id}")`)).code).toBe('FORBIDDEN')
    expect((await c.run(c.author, `acceptSuggestion(id: "${made.id}")`)).revision?.version).toBe(2)
    expect((await c.run(c.author, `acceptSuggestion(id: "${made.id}")`)).problems).toMatchObject([
      { code: 'CONFLICT' },
    ])
    const { data } = await c.author.ask(
      `{ revision(id: "${id}") { remarks { state } sections { fields { field { key } value } } } }`,
    )
    expect(JSON.stringify(data.revision.sections)).toContain('The school opens in the evening')
    expect(data.revision.remarks).toEqual([{ state: 'ACCEPTED' }])
    // Whoever suggested it wrote none of it, and may go on deciding.
    await c.run(c.author, `submitRevision(id: "${id}")`)
    expect((await c.run(c.curator, `takeUpRevision(id: "${id}")`)).problems).toEqual([])
  })

  test('is replied to by both sides, and resolved by whoever made it or a curator', async () => {
    const { id } = await c.inReview()
    await c.run(c.curator, `assignReviewer(id: "${id}", member: "${c.reviewer.id}")`)
    const { remark: made } = await remark(c.reviewer, id)
    const act = async (who: Person, call: string) => {
      const { data, errors } = await who.ask(
        `mutation { it: ${call} { problems { code } remark { state replies { text by { name } } } } }`,
      )
      return data?.it.remark ?? errors[0]?.extensions.code
    }
    await act(c.author, `replyToRemark(id: "${made.id}", text: "The school")`)
    expect(await act(c.reviewer, `replyToRemark(id: "${made.id}", text: "Then say so")`)).toMatchObject({
      replies: [{ text: 'The school', by: { name: 'Anna Berg' } }, { text: 'Then say so' }],
    })
    const stranger = await c.person()
    expect(await act(stranger, `replyToRemark(id: "${made.id}", text: "x")`)).toBe('FORBIDDEN')
    expect(await act(c.author, `resolveRemark(id: "${made.id}")`)).toBe('FORBIDDEN')
    expect(await act(c.reviewer, `resolveRemark(id: "${made.id}")`)).toMatchObject({ state: 'RESOLVED' })
    expect(await remark(c.author, id)).toBe('FORBIDDEN')
  })

  test('names a field that there is, and suggests only where there is a text', async () => {
    const { id } = await c.inReview()
    const on = async (field: string, more = '') => {
      const { data } = await c.curator.ask(
        `mutation { addRemark(revision: "${id}", field: "${field}", text: "x" ${more}) { problems { field } } }`,
      )
      return data.addRemark.problems.map((problem: { field: string }) => problem.field)
    }
    expect(await on('nothing')).toEqual(['field'])
    expect(await on('solution.x.text')).toEqual(['field'])
    expect(await on('provenance')).toEqual(['field'])
    expect(await on('stage', suggestion)).toEqual(['suggestion'])
    expect(await on('stage')).toEqual([])
  })
})

test('a network asks its own questions, and nothing is accepted before all are answered with yes', async () => {
  const rule = (who: Person) =>
    who.ask(
      `mutation { saveNetworkRule(network: "${league}", version: 0, checklist: [{ key: "faith", label: [{ language: "en", text: "Are faith communities heard?" }] }], confirmMonths: 6, confirmMonthsEnded: 36) { problems { field } rule { checklist { key } } } }`,
    )
  expect((await rule(c.author)).errors[0]?.extensions.code).toBe('FORBIDDEN')
  expect((await rule(c.curator)).data.saveNetworkRule.rule.checklist).toEqual([{ key: 'faith' }])
  const { id, entryId } = await c.inReview()
  const answer = (value: string, item = 'faith') =>
    c.run(
      c.curator,
      `answerChecklist(id: "${id}", answers: [{ item: "${item}", answer: ${value}, note: "x" }])`,
    )
  const accept = () => c.run(c.curator, `acceptRevision(id: "${id}")`)
  expect((await answer('MET', 'evidence')).problems).toMatchObject([{ field: 'checklist.evidence' }])
  expect((await accept()).problems).toMatchObject([{ field: 'checklist.faith' }])
  await answer('NOT_MET')
  expect((await accept()).problems).toMatchObject([{ field: 'checklist.faith' }])
  await answer('NOT_APPLICABLE')
  expect((await accept()).problems).toEqual([])
  await c.run(c.curator, `publishRevision(id: "${id}")`)
  const { data } = await c.ask(`{ practice(id: "${entryId}") { confirmationDueAt } }`)
  expect(data.practice.confirmationDueAt).toBe('2027-05-22')
  await c.database.db.delete(schema.networkRule)
})

test('of two who save the rule of a network at once, one is told of it, and neither saves over what she has not seen', async () => {
  const save = (who: Person, version: number, months: number) =>
    who.ask(
      `mutation { it: saveNetworkRule(network: "${league}", version: ${version}, checklist: [], confirmMonths: ${months}, confirmMonthsEnded: 36) { problems { field code } rule { version } } }`,
    )
  const readRule = async () =>
    (await c.ask(`{ networkRule(network: "${league}") { version confirmMonths } }`)).data.networkRule
  for (const version of [0, 1, 2]) {
    expect((await readRule()).version).toBe(version)
    const came = await Promise.all([save(c.curator, version, 7), save(c.colleague, version, 8)])
    const codes = came.map(({ data }) => data.it.problems[0]?.code ?? 'SAVED')
    expect(codes.toSorted()).toEqual(['CONFLICT', 'SAVED'])
    expect(await readRule()).toEqual({
      version: version + 1,
      confirmMonths: codes[0] === 'SAVED' ? 7 : 8,
    })
  }
  expect((await save(c.curator, 1, 9)).data.it.problems).toEqual([{ field: 'input', code: 'CONFLICT' }])
  await c.database.db.delete(schema.networkRule)
})

test('an entry may name a draft of its author, and is published once that is', async () => {
  const begun = await c.run(c.author, 'startEntry(kind: ORGANISATION, values: $v)', {
    v: JSON.stringify({ title: 'Friends of the evening school' }),
  })
  const draft = begun.revision?.entryId ?? ''
  const find = async (who: Person) => {
    const { data } = await who.ask(
      '{ ownWriting(kind: ORGANISATION, text: "évening friends") { nodes { entryId isNew } } }',
    )
    return data.ownWriting.nodes
  }
  expect(await find(c.author)).toEqual([{ entryId: draft, isNew: true }])
  expect(await find(c.colleague)).toEqual([])
  const { id, entryId } = await c.accepted({ ...wholePractice, leadOrganisation: draft })
  const publish = () => c.run(c.curator, `publishRevision(id: "${id}")`)
  expect((await publish()).problems).toMatchObject([
    { field: 'leadOrganisation', message: expect.stringContaining('not published yet') },
  ])
  await c.database.db.update(schema.entry).set({ state: 'published' }).where(eq(schema.entry.id, draft))
  expect((await publish()).problems).toEqual([])
  const { data } = await c.ask(`{ practice(id: "${entryId}") { leadOrganisation { id } } }`)
  expect(data.practice.leadOrganisation).toEqual({ id: draft })
})

test('what was answered before changes says nothing of what was changed', async () => {
  const { id } = await c.inReview()
  await c.check(id)
  await c.run(c.curator, `requestChanges(id: "${id}", reason: "More")`)
  await c.save(c.author, id, 1, { strapline: 'Another' })
  await c.run(c.author, `submitRevision(id: "${id}")`)
  await c.run(c.curator, `takeUpRevision(id: "${id}")`)
  expect((await c.run(c.curator, `acceptRevision(id: "${id}")`)).problems).toHaveLength(4)
})

test('markup in every text of an entry stays text, from the draft to its page', async () => {
  const attack = '<img src=x onerror=alert(1)>'
  const { id, entryId } = await c.accepted({
    ...wholePractice,
    summary: attack,
    contact: { organisation: attack },
  })
  await c.run(c.curator, `publishRevision(id: "${id}")`)
  const { data } = await c.ask(
    `{ practice(id: "${entryId}") { summary { value } contact { organisation } } }`,
  )
  expect(data.practice).toEqual({ summary: { value: attack }, contact: { organisation: attack } })
  const bad = await c.start()
  await c.save(c.author, bad.id, 1, { sources: [{ citation: 'x', url: 'javascript:alert(1)' }] })
  expect((await c.run(c.author, `submitRevision(id: "${bad.id}")`)).problems).toMatchObject([
    { field: 'sources.0.url' },
  ])
})
