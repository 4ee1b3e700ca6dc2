import { writtenKinds } from '@hansa/domain/fiche'
import { parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { queryNames, types } from '../entry/entry.types.ts'
import { schema } from '../graphql/schema.ts'
import type { Person } from '../member/testing/open-people.ts'
import { everything } from '../testing/everything.ts'
import { idOf, sampleIds } from '../testing/world.ts'
import { type Curation, openCuration, wholePractice } from './testing/open-curation.ts'

let c: Curation
let reviewer: Person
let stranger: Person
const twin = idOf('practice', 'twin')
beforeAll(async () => {
  // Reads are kept, as an instance keeps them: what one sees before it is published must not be another's by that.
  c = await openCuration({ keeps: true })
  reviewer = await c.person({ at: [{ entry: twin, function: 'reviewer' }] })
  stranger = await c.person({ at: [{ entry: twin, function: 'reviewer', confirmed: false }] })
})
afterAll(() => c.close())

/** Runs a document as a page of hers does, without the limits for strangers. */
const onPage = async (who: Person, query: string, shared = false) => {
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const request = new Request('https://hansa.example/', { headers: { Cookie: cookie } })
  const document = parse(query)
  return await c.api.execute({ request, document, variables: {}, locale: 'en', requestId: 'r', shared })
}

describe('a preview', () => {
  test.each(writtenKinds)('of a %s in which nothing was changed is what is published', async (kind) => {
    const entry = sampleIds[kind]
    const { revision } = await c.run(c.author, `improveEntry(entry: "${entry}")`)
    const type = schema.getType(types[kind].name)
    if (!type || !revision) throw new Error(`no ${kind}`)
    const read = async (by: string) => {
      const query = `{ it: ${queryNames[kind].one}(${by}) { ${everything(type, 2)} } }`
      const { data, errors } = await onPage(c.author, query)
      expect(errors).toBeUndefined()
      return data?.it
    }
    const preview = await read(`revision: "${revision.id}"`)
    expect(preview).toMatchObject({ id: entry })
    expect(preview).toEqual(await read(`id: "${entry}"`))
  })

  const fields =
    'title { value } summary { value } country { code } city { slug } policyAreas { key } components { slug } networks { slug } results { value }'
  const published = {
    title: { value: 'Flats for newcomers' },
    summary: null,
    country: { code: 'SE' },
    city: null,
    policyAreas: [{ key: 'housing' }, { key: 'health' }],
    components: [{ slug: 'counter' }],
    networks: [],
    results: [],
  }
  const written = {
    title: { value: 'Flats for everybody' },
    summary: { value: 'Whoever looks for a flat finds one.' },
    country: { code: 'SE' },
    city: { slug: 'malmo' },
    policyAreas: [{ key: 'health' }],
    components: [],
    networks: [{ slug: 'league' }],
    results: [],
  }

  test('shows what is written to those who may read it, and what is published stays what everybody reads', async () => {
    const { revision } = await c.run(c.author, `improveEntry(entry: "${twin}")`)
    const { id = '' } = revision ?? {}
    const saved = await c.save(c.author, id, 1, {
      title: 'Flats for everybody',
      summary: 'Whoever looks for a flat finds one.',
      country: null,
      city: idOf('city', 'malmo'),
      policyAreas: ['policy-area/health'],
      components: null,
      networks: [idOf('network', 'league')],
      // What is not right yet stays as it was.
      results: [{ value: 'many' }],
    })
    expect(saved.code).toBeNull()
    const preview = async (who: Pick<Person, 'ask'>, args = '') => {
      const { data, errors } = await who.ask(`{ practice(revision: "${id}" ${args}) { ${fields} } }`)
      expect(errors).toEqual([])
      return data.practice
    }
    const read = async (who: Pick<Person, 'ask'>) =>
      (await who.ask(`{ practice(id: "${twin}") { ${fields} } }`)).data.practice
    const visitor = c.browser()
    for (const who of [visitor, stranger, c.curator]) expect(await preview(who)).toBeNull()
    for (const who of [c.author, reviewer]) expect(await preview(who)).toEqual(written)
    for (const who of [visitor, stranger, c.author]) expect(await read(who)).toEqual(published)
    const path = `{ revision(id: "${id}") { previewPath } }`
    expect((await c.author.ask(path)).data.revision.previewPath).toBe(`/practices/twin?revision=${id}`)
    expect((await stranger.ask(path)).data.revision).toBeNull()
    expect(await preview(c.author, 'slug: "a-key"')).toBeNull()
    expect((await c.author.ask(`{ city(revision: "${id}") { id } }`)).data.city).toBeNull()
    // An answer that is kept for everybody is a visitor's, whoever asked for it.
    const shared = await onPage(c.author, `{ practice(revision: "${id}") { id } }`, true)
    expect(shared.data?.practice).toBeNull()
  })

  test('of a new entry shows its curators, too, what will be there, with its pictures', async () => {
    const { id, entryId } = await c.start(c.author, { ...wholePractice, title: 'Evening classes' })
    const own = `{ practice(revision: "${id}") { title { value } slug attachments { id } } }`
    const administrator = await c.person({ isAdministrator: true })
    expect((await administrator.ask(own)).data.practice).toBeNull()
    const picture = await c.picture(entryId)
    await c.run(c.author, `submitRevision(id: "${id}")`)
    expect((await c.ask(own)).data.practice).toBeNull()
    for (const who of [c.author, c.curator])
      expect((await who.ask(own)).data.practice).toMatchObject({
        title: { value: 'Evening classes' },
        attachments: [{ id: picture }],
      })
    expect((await c.curator.ask(`{ practice(id: "${entryId}") { id } }`)).data.practice).toBeNull()
  })

  test('without a title has the one it had', async () => {
    const { revision } = await c.run(c.author, `improveEntry(entry: "${await c.published()}")`)
    await c.save(c.author, revision?.id ?? '', 1, { title: null, summary: 'Without a name' })
    const { data } = await c.author.ask(
      `{ practice(revision: "${revision?.id}") { title { value } summary { value } } }`,
    )
    expect(data.practice).toEqual({ title: { value: 'A key for all' }, summary: { value: 'Without a name' } })
  })
})
