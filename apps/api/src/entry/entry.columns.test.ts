import { kindNames } from '@hansa/domain/kind'
import { type GraphQLObjectType, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askedFields } from '../graphql/asked-fields.ts'
import { schema } from '../graphql/schema.ts'
import { wholeField } from '../testing/everything.ts'
import { openTestApi, type TestApi } from '../testing/open-api.ts'
import { sampleIds, saveWorld } from '../testing/world.ts'
import { shownEntries } from './entry.columns.ts'
import { types } from './entry.types.ts'

let t: TestApi
beforeAll(async () => {
  t = await openTestApi()
  await saveWorld(t.database.db)
})
afterAll(() => t.close())

const read = async (selection: string, id: string) => {
  const { data, errors } = await t.api.execute({
    request: new Request('https://hansa.example/'),
    document: parse(`query ($id: ID!) { node(id: $id) { ${selection} } }`),
    variables: { id },
    locale: 'en',
    requestId: 'r',
  })
  expect(errors ?? []).toEqual([])
  return data?.node as Record<string, unknown>
}

const fieldsOf = (name: string) =>
  Object.values((schema.getType(name) as GraphQLObjectType).getFields()).flatMap((field) => {
    const whole = wholeField(field, 1)
    return whole ? [{ name: field.name, whole }] : []
  })

describe('a field that is asked for alone', () => {
  const samples = [
    ...kindNames.map((kind) => ({ type: types[kind].name, id: sampleIds[kind] })),
    { type: 'Concept', id: 'policy-area/housing' },
  ]
  test.each(samples)('says of a $type what it says among all others', async ({ type, id }) => {
    const fields = fieldsOf(type)
    const all = await read(`... on ${type} { ${fields.map(({ whole }) => whole).join(' ')} }`, id)
    expect(fields.length).toBeGreaterThan(5)
    for (const { name, whole } of fields)
      expect(await read(`... on ${type} { ${whole} }`, id)).toEqual({ [name]: all[name] })
  })

  test('is found through fragments and interfaces', async () => {
    const selection = '... on Entry { title { value } path ... on City { population } }'
    expect(await read(selection, sampleIds.city)).toEqual({
      title: { value: expect.any(String) },
      path: expect.stringMatching(/^\/cities\//),
      population: expect.any(Number),
    })
  })
})

const shownBy = (document: string) => shownEntries(schema, askedFields(schema, parse(document)))

describe('a document', () => {
  test('reads the columns of the fields it shows and no others', () => {
    const shown = shownBy('{ practices { nodes { title { value } stage city { id } } } }')
    expect(Object.keys(shown.practice.columns).toSorted()).toEqual(
      ['city', 'id', 'kind', 'slug', 'sortKey', 'stage', 'title'].toSorted(),
    )
  })

  test('reads everything for a field that does not say what it reads', () => {
    const shown = shownBy('{ practices { nodes { missing } } }')
    expect(Object.keys(shown.practice.columns)).toEqual(expect.arrayContaining(['solution', 'sources']))
  })

  test('reads all kinds together of which it shows only what every entry has', () => {
    const shown = shownBy('{ networks { nodes { title { value } } } cities { nodes { population } } }')
    expect(shown.network).toBe(shown.organisation)
    expect(shown.city).not.toBe(shown.network)
  })

  test('that reads what it did not ask for fails instead of finding nothing', () => {
    const row = shownBy('{ cities { nodes { id } } }').city.rowOf<{ id: string; population: number }>({
      id: 'city_1',
    })
    expect(row.id).toBe('city_1')
    expect(() => row.population).toThrow('population of a city was not read')
  })
})
