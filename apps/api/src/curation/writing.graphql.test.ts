import { schema } from '@hansa/db'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { saveEntry } from '../entry/entry.service.ts'
import type { Person } from '../member/testing/open-people.ts'
import { readInput } from './published.ts'
import { checkSize, valuesFrom } from './revision.content.ts'
import { board, type Curation, league, openCuration, wholePractice } from './testing/open-curation.ts'

let c: Curation
beforeAll(async () => {
  c = await openCuration()
})
afterAll(() => c.close())

/** The published practice of a test. */
let practice: string

type Field = { field: { key: string }; value: string | null; problems: { field: string; message: string }[] }

const fieldsOf = async (who: Person, id: string): Promise<Map<string, Field>> => {
  const { data } = await who.ask(
    `{ revision(id: "${id}") { sections { fields { field { key } value problems { field message } } } } }`,
  )
  const sections = data.revision.sections as { fields: Field[] }[]
  return new Map(sections.flatMap(({ fields }) => fields.map((one) => [one.field.key, one])))
}

/** Saves something else of the published practice, as an import would. */
const changePublished = async (change: object) => {
  const { db } = c.database
  const input = { ...(await readInput(db, practice)), ...change }
  await saveEntry({ db, viewer: { kind: 'system', name: 'test' } }, { kind: 'practice', id: practice, input })
}

describe('a draft', () => {
  test('is begun with a title alone, and refused without one', async () => {
    const without = await c.run(c.author, 'startEntry(kind: PRACTICE, values: $v)', { v: '{"summary":"x"}' })
    expect(without.problems).toMatchObject([{ field: 'title' }])
    const { entryId, isNew, viewerCan } = await c.start(c.author, { title: 'Classes' })
    expect([isNew, viewerCan]).toEqual([true, ['SUBMIT', 'WITHDRAW', 'EDIT']])
    const page = `{ practice(id: "${entryId}") { title { value } } }`
    expect((await c.author.ask(page)).data.practice).toMatchObject({ title: { value: 'Classes' } })
    for (const who of [c, c.curator, c.reviewer]) expect((await who.ask(page)).data.practice).toBeNull()
  })

  test('keeps what is wrong with one field, says so, and loses none of the others', async () => {
    const { id, entryId } = await c.start(c.author, { title: 'Classes' })
    const values = {
      summary: 'Parents learn.',
      strapline: 'x'.repeat(300),
      start: 'last spring',
      city: 'city_000000000000',
      results: [{ indicator: 'Parents', date: 'then' }, { value: '' }],
      stage: 'running',
    }
    expect((await c.save(c.author, id, 1, values)).problems).toEqual([])
    const fields = await fieldsOf(c.author, id)
    const problems = [...fields.values()]
      .flatMap((one) => one.problems)
      .filter(({ message }) => message !== 'is missing')
    expect(problems.map(({ field }) => field).toSorted()).toEqual([
      'city',
      'results.0.date',
      'start',
      'strapline',
    ])
    expect(fields.get('start')?.value).toBe('"last spring"')
    expect(JSON.parse(fields.get('summary')?.value ?? '')).toEqual({
      en: { text: 'Parents learn.', origin: 'human' },
    })
    expect(JSON.parse(fields.get('results')?.value ?? '')).toHaveLength(1)
    const [row] = await c.database.db.select().from(schema.practice).where(eq(schema.practice.id, entryId))
    expect(row).toMatchObject({ stage: 'running', city: null, strapline: null, start: null })
  })

  test('takes neither what is no JSON, nor what is no field, nor what would fill the registry', async () => {
    const { id } = await c.start()
    const sent = async (v: string) =>
      (await c.run(c.author, `saveRevision(id: "${id}", version: 1, values: $v)`, { v })).problems
    expect(await sent('{')).toMatchObject([{ field: 'values' }])
    expect(await sent('[]')).toMatchObject([{ field: 'values' }])
    expect(await sent('{"provenance":{"system":"x","id":"y"},"slug":"z"}')).toMatchObject([
      { field: 'provenance' },
      { field: 'slug' },
    ])
    const long = { challenge: 'x'.repeat(1_000_001) }
    expect(() => valuesFrom('practice', JSON.stringify(long))).toThrow('a million')
    expect(() => checkSize(long)).toThrow('a million')
    expect(await sent(`{"challenge":${'['.repeat(5000)}${']'.repeat(5000)}}`)).toMatchObject([
      { field: 'values' },
    ])
    const odd = { challenge: 'a\0b\ud800', objectives: null, __proto__: { x: 1 } }
    expect(await sent(JSON.stringify(odd))).toEqual([])
    expect(JSON.parse((await fieldsOf(c.author, id)).get('challenge')?.value ?? '')).toMatchObject({
      en: { text: 'ab\ufffd' },
    })
  })

  test('is nobody else’s to read or write, and does not say that it is there', async () => {
    const { id } = await c.start()
    for (const who of [c.curator, c.reviewer, await c.person({ isAdministrator: true })]) {
      expect((await who.ask(`{ revision(id: "${id}") { id } }`)).data.revision).toBeNull()
      expect((await c.save(who, id, 1, { title: 'Mine' })).code).toBe('FORBIDDEN')
      expect((await c.save(who, 'revi_000000000000', 1, {})).code).toBe('FORBIDDEN')
    }
    const program = await c.program(c.author.id, ['read'])
    expect((await c.run(program, `submitRevision(id: "${id}")`)).code).toBe('FORBIDDEN')
    expect((await program.ask(`{ revision(id: "${id}") { id } }`)).data.revision).toEqual({ id })
  })
})

describe('two who write the same', () => {
  const begin = async () => {
    const { id, entryId, version } = await c.start()
    const second = await c.person({ name: 'Boris', at: [{ entry: entryId, function: 'author' }] })
    return { id, version, second }
  }

  test('never overwrite each other: who comes second is shown what the first wrote, and then decides', async () => {
    const { id, version, second } = await begin()
    expect(
      (await c.save(c.author, id, version, { challenge: 'By Anna', strapline: 'Anna' })).problems,
    ).toEqual([])
    const late = await c.save(second, id, version, { challenge: 'By Boris', objectives: 'New' })
    expect(late.problems).toMatchObject([{ field: 'challenge', code: 'CONFLICT' }])
    expect(late.clashes).toMatchObject([{ field: 'challenge', by: { name: 'Anna Berg' } }])
    expect(JSON.parse(late.clashes[0]?.theirs ?? '').en.text).toBe('By Anna')
    expect(JSON.parse((await fieldsOf(second, id)).get('objectives')?.value ?? '').en.text).toBe(
      wholePractice.objectives,
    )
    const again = await c.save(second, id, version + 1, { challenge: 'By both' })
    expect(again.revision?.version).toBe(version + 2)
  })

  test('do not stand in each other’s way in different fields, also where a page sends back what it had loaded', async () => {
    const { id, version, second } = await begin()
    await c.save(c.author, id, version, { challenge: 'By Anna' })
    const page = { challenge: wholePractice.challenge, objectives: 'By Boris' }
    expect((await c.save(second, id, version, page)).problems).toEqual([])
    const fields = await fieldsOf(second, id)
    const text = (key: string) => JSON.parse(fields.get(key)?.value ?? '').en.text
    expect([text('challenge'), text('objectives')]).toEqual(['By Anna', 'By Boris'])
  })

  test('who save at the same moment are one after the other', async () => {
    const { id, version, second } = await begin()
    const both = await Promise.all([
      c.save(c.author, id, version, { challenge: 'By Anna' }),
      c.save(second, id, version, { challenge: 'By Boris' }),
    ])
    expect(both.map(({ problems }) => problems.length).toSorted()).toEqual([0, 1])
  })
})

describe('an entry that is published', () => {
  beforeEach(async () => {
    practice = await c.published()
  })

  const improve = (who: Person) => c.run(who, `improveEntry(entry: "${practice}")`)

  test('is improved by any member beside what is published, and by one at a time', async () => {
    const { revision } = await improve(c.author)
    expect(revision).toMatchObject({ state: 'DRAFT', isNew: false })
    const id = revision?.id ?? ''
    await c.save(c.author, id, 1, { summary: 'The city buys flats.' })
    const shown = (await c.ask(`{ practice(id: "${practice}") { summary { value } } }`)).data.practice
    expect(shown.summary.value).toBe('The city rents flats and lets them to newcomers.')
    expect((await improve(c.reviewer)).problems).toMatchObject([
      {
        code: 'CONFLICT',
        message: expect.stringContaining('Another member is improving this entry already'),
      },
    ])
    const known = await c.person({ name: 'Kira', profile: {} })
    await c.run(c.author, `withdrawRevision(id: "${id}")`)
    await improve(known)
    expect((await improve(c.author)).problems[0]?.message).toContain('Kira is improving')
    const two = await Promise.all([c.curator, c.colleague].map((who) => improve(who)))
    expect(two.every(({ problems }) => problems.length === 1)).toBe(true)
  })

  test('lets a curator give up a draft that nobody goes on with', async () => {
    const id = (await improve(c.author)).revision?.id ?? ''
    expect((await c.run(c.curator, `releaseRevision(id: "${id}")`)).problems).toMatchObject([
      { field: 'reason' },
    ])
    expect((await c.run(c.curator, `releaseRevision(id: "${id}", reason: "Idle")`)).revision?.state).toBe(
      'WITHDRAWN',
    )
    expect((await improve(c.reviewer)).problems).toEqual([])
  })

  const accepted = async (values: object) => {
    const id = (await improve(c.author)).revision?.id ?? ''
    await c.save(c.author, id, 1, values)
    const submitted = await c.run(c.author, `submitRevision(id: "${id}")`)
    expect(submitted.problems).toEqual([])
    await c.run(c.curator, `takeUpRevision(id: "${id}")`)
    await c.check(id)
    expect((await c.run(c.curator, `acceptRevision(id: "${id}")`)).problems).toEqual([])
    return id
  }

  test('is not overwritten when it was changed meanwhile in the same field, and the field is named', async () => {
    const id = await accepted({ summary: 'Mine', budgetNote: 'Little' })
    await changePublished({ summary: 'Theirs', staffNote: 'Two people' })
    const refused = await c.run(c.curator, `publishRevision(id: "${id}")`)
    expect(refused.problems).toMatchObject([{ field: 'summary', code: 'CONFLICT' }])
    expect((await c.author.ask(`{ revision(id: "${id}") { conflicts } }`)).data.revision.conflicts).toEqual([
      'summary',
    ])
    await c.run(c.curator, `requestChanges(id: "${id}", reason: "Compare")`)
    const { revision } = await c.run(c.author, `bringUpToDate(id: "${id}", version: 2, theirs: ["summary"])`)
    expect(revision?.conflicts).toEqual([])
    await c.run(c.author, `submitRevision(id: "${id}")`)
    await c.run(c.curator, `takeUpRevision(id: "${id}")`)
    await c.check(id)
    await c.run(c.curator, `acceptRevision(id: "${id}")`)
    expect((await c.run(c.curator, `publishRevision(id: "${id}")`)).problems).toEqual([])
    const input = await readInput(c.database.db, practice)
    expect(input).toMatchObject({
      summary: { en: { text: 'Theirs' } },
      budgetNote: 'Little',
      staffNote: 'Two people',
    })
  })

  test('takes up what was changed meanwhile elsewhere, and keeps its address and what no form asks for', async () => {
    const id = await accepted({ title: { en: { text: 'A flat for everybody', origin: 'human' } } })
    await changePublished({ staffNote: 'Two people' })
    expect((await c.run(c.curator, `publishRevision(id: "${id}")`)).problems).toEqual([])
    const input = await readInput(c.database.db, practice)
    expect(input).toMatchObject({ staffNote: 'Two people', provenance: { system: 'test' } })
    const { data } = await c.ask(`{ practice(id: "${practice}") { slug title { value } } }`)
    expect(data.practice.title.value).toBe('A flat for everybody')
    expect(data.practice.slug).toMatch(/^test-/)
  })

  test('shows what differs in words, and what is named by its title', async () => {
    const id = (await improve(c.author)).revision?.id ?? ''
    await c.save(c.author, id, 1, {
      summary: 'The city buys flats and lets them to newcomers.',
      policyAreas: ['policy-area/health'],
    })
    const { data } = await c.author.ask(
      `{ revision(id: "${id}") { diff { path language pieces { kind text } added { title { value } } removed { title { value } } } } }`,
    )
    expect(data.revision.diff).toEqual([
      {
        path: 'summary',
        language: 'en',
        pieces: [
          { kind: 'SAME', text: 'The city ' },
          { kind: 'REMOVED', text: 'rents' },
          { kind: 'ADDED', text: 'buys' },
          { kind: 'SAME', text: ' flats and lets them to newcomers.' },
        ],
        added: [],
        removed: [],
      },
      {
        path: 'policyAreas',
        language: null,
        pieces: [],
        added: [{ title: { value: 'Health' } }],
        removed: [{ title: { value: 'Housing' } }],
      },
    ])
  })

  test('is translated as a task of its own, and no translator overwrites another', async () => {
    const lacking = `{ textsToTranslate(entry: "${practice}", language: "de") { path source { value } translation } }`
    const before = (await c.ask(lacking)).data.textsToTranslate as { path: string }[]
    // The title has one by a machine.
    expect(before.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['title', 'summary', 'solution.0.text']),
    )
    const id = (await improve(c.author)).revision?.id ?? ''
    const translate = (who: Person, text: string) =>
      c.run(
        who,
        `saveTranslation(id: "${id}", version: 1, language: "de", texts: [{ path: "summary", text: "${text}" }])`,
      )
    expect((await translate(c.author, 'Die Stadt mietet')).problems).toEqual([])
    const lead = await c.person({
      name: 'Lena',
      at: [{ entry: wholePractice.leadOrganisation, function: 'editor' }],
    })
    expect((await translate(lead, 'Die Stadt pachtet')).clashes).toMatchObject([
      { field: 'summary', theirs: '"Die Stadt mietet"', by: { name: 'Anna Berg' } },
    ])
    const wrong = `saveTranslation(id: "${id}", version: 1, language: "de", texts: [{ path: "stage", text: "x" }])`
    expect((await c.run(c.author, wrong)).problems).toMatchObject([{ field: 'stage' }])
    const summary = (await fieldsOf(c.author, id)).get('summary')?.value ?? ''
    expect(Object.keys(JSON.parse(summary)).toSorted()).toEqual(['de', 'en'])
  })

  test('is listed to be translated to those whose it is to improve, as long as no person translated all of it', async () => {
    const ofOthers = { networks: [], leadOrganisation: undefined }
    const own = await c.published(ofOthers)
    const led = await c.published({ networks: [] })
    const curated = await c.published({ leadOrganisation: undefined })
    const german = (text: string) => ({
      en: { text: 'A text', origin: 'human' },
      de: { text, origin: 'reviewed' },
    })
    const complete = await c.published({
      title: german('Fertig'),
      summary: german('Alles'),
      solution: [{ text: german('Lösung') }],
    })
    const ids = [own, led, curated, complete]
    const texts = new Map<string, number>()
    const toTranslate = async (who: Pick<Person, 'ask'>, args = 'language: "de", kind: PRACTICE') => {
      const found: string[] = []
      for (let after = ''; ; ) {
        const { data, errors } = await who.ask(
          `{ entriesToTranslate(${args}, first: 100${after}) { totalCount nodes { id texts isBeingImproved revision { id } } pageInfo { endCursor hasNextPage } } }`,
        )
        if (errors[0]) return errors[0].extensions.code
        const { nodes, pageInfo, totalCount } = data.entriesToTranslate
        for (const node of nodes) texts.set(node.id, node.texts)
        found.push(...nodes.map(({ id }: { id: string }) => id))
        after = `, after: "${pageInfo.endCursor}"`
        if (pageInfo.hasNextPage) continue
        expect(totalCount).toBe(found.length)
        return found.filter((id) => ids.includes(id)).toSorted()
      }
    }
    const someone = await c.person({ name: 'Vera' })
    const lead = await c.person({ name: 'Lena', at: [{ entry: board, function: 'editor' }] })
    const administrator = await c.person({ name: 'Ada', isAdministrator: true })
    const revision = (await c.run(someone, `improveEntry(entry: "${own}")`)).revision
    expect(await toTranslate(someone)).toEqual([own])
    expect(await toTranslate(lead)).toEqual([led])
    expect(await toTranslate(c.curator)).toEqual([curated])
    expect(await toTranslate(administrator)).toEqual([own, led, curated].toSorted())
    expect(await toTranslate(administrator, 'language: "fr"')).toEqual(ids.toSorted())
    expect(await toTranslate(administrator, 'language: "en"')).toEqual([])
    expect(await toTranslate(c)).toBe('UNAUTHENTICATED')
    expect(await toTranslate(someone, 'language: "german"')).toBe('INVALID_INPUT')
    // The title is there from a machine alone; what is counted is what one entry is told to lack.
    for (const id of [own, led, curated]) {
      const { data } = await c.ask(`{ textsToTranslate(entry: "${id}", language: "de") { path } }`)
      expect(data.textsToTranslate.length).toBe(3)
      expect(texts.get(id)).toBe(3)
    }
    const shown = async (who: Person) =>
      (
        await who.ask(
          `{ entriesToTranslate(language: "de", first: 100) { nodes { id isBeingImproved revision { id } } } }`,
        )
      ).data.entriesToTranslate.nodes.find(({ id }: { id: string }) => id === own)
    expect(await shown(someone)).toMatchObject({ isBeingImproved: true, revision: { id: revision?.id } })
    // A draft is its author's alone.
    expect(await shown(administrator)).toMatchObject({ isBeingImproved: true, revision: null })
    expect((await c.ask('{ contentLanguages }')).data.contentLanguages[0]).toBe('en')
  })
})

test('a city is written by a member too, and decided about by the network it is in', async () => {
  const city = wholePractice.city
  const { revision } = await c.run(c.author, `improveEntry(entry: "${city}")`)
  const id = revision?.id ?? ''
  await c.save(c.author, id, 1, { population: 362_000, populationYear: 2025 })
  expect((await c.run(c.author, `submitRevision(id: "${id}")`)).problems).toEqual([])
  expect((await c.run(c.curator, `takeUpRevision(id: "${id}")`)).problems).toEqual([])
  await c.check(id)
  await c.run(c.curator, `acceptRevision(id: "${id}")`)
  expect((await c.run(c.curator, `publishRevision(id: "${id}")`)).problems).toEqual([])
  const { data } = await c.ask(
    `{ city(id: "${city}") { population figures { text } networks: memberships { network { id } } } }`,
  )
  expect(data.city).toMatchObject({ population: 362_000, figures: [{ text: 'about a third' }] })
  expect(JSON.stringify(data.city.networks)).toContain(league)
})
