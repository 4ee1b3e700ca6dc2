import { schema } from '@hansa/db'
import { consentText } from '@hansa/domain/consent'
import { closedProfile } from '@hansa/domain/profile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOf, saveWorld } from '../testing/world.ts'
import { openPeople, type People, type Person } from './testing/open-people.ts'

let t: People
beforeAll(async () => {
  t = await openPeople()
  await saveWorld(t.database.db)
})
afterAll(() => t.close())

const enums = (visibility: Record<string, string>) =>
  Object.fromEntries(Object.entries(visibility).map(([field, value]) => [field, value.toUpperCase()]))

const filled = {
  name: 'Olena Koval',
  position: 'Head of integration',
  languages: [{ language: 'uk', level: 'NATIVE' }],
  expertise: ['policy-area/housing', idOf('component', 'counter')],
  offers: ['INTERPRETING'],
  visibility: enums(closedProfile),
}

const save = (who: Pick<Person, 'ask'>, change: object = {}) =>
  who.ask(
    `mutation ($name: String!, $position: String!, $languages: [SpokenLanguageInput!]!, $expertise: [ID!]!, $offers: [MemberOffer!]!, $visibility: ProfileVisibilityInput!, $consent: ConsentInput) {
      saveProfile(name: $name, position: $position, languages: $languages, expertise: $expertise, offers: $offers, visibility: $visibility, consent: $consent) {
        problems { field } profile { name hasConsented policyAreas { key } components { slug } }
      }
    }`,
    { ...filled, ...change },
  )
const problems = async (who: Pick<Person, 'ask'>, change: object) =>
  (await save(who, change)).data.saveProfile.problems.map((each: { field: string }) => each.field)

const open = { ...enums(closedProfile), name: 'PUBLIC', offers: 'MEMBERS' }
const consent = { version: consentText('profile').version, language: 'uk' }
const shown = async (who: Pick<Person, 'ask'>, id: string) =>
  (await who.ask('query ($id: ID!) { member(id: $id) { name position offers } }', { id })).data.member

describe('a profile', () => {
  test('is saved as a whole, names what it knows, and is closed until its member opens it', async () => {
    const olena = await t.person()
    const { data } = await save(olena)
    expect(data.saveProfile).toEqual({
      problems: [],
      profile: {
        name: 'Olena Koval',
        hasConsented: false,
        policyAreas: [{ key: 'housing' }],
        components: [{ slug: 'counter' }],
      },
    })
    expect(await shown(await t.person(), olena.id)).toBeNull()
    expect(await shown(olena, olena.id)).toMatchObject({ name: 'Olena Koval' })
  })

  test('shows nothing to anybody before its member agrees to the text in force, and keeps which one', async () => {
    const olena = await t.person()
    for (const given of [undefined, { ...consent, version: 'profile-1999' }, { ...consent, language: 'xx' }])
      expect(await problems(olena, { visibility: open, consent: given })).toEqual(['consent'])
    expect(await shown(t.browser(), olena.id)).toBeNull()
    expect(await problems(olena, { visibility: open, consent })).toEqual([])
    expect(await shown(t.browser(), olena.id)).toEqual({ name: 'Olena Koval', position: null, offers: [] })
    expect(await shown(await t.person(), olena.id)).toMatchObject({ offers: ['INTERPRETING'] })
    expect(await problems(olena, { visibility: open })).toEqual([])
    const given = (await t.database.db.select().from(schema.consent)).filter(
      (row) => row.memberId === olena.id,
    )
    expect(given).toMatchObject([{ ...consent, purpose: 'profile', givenAt: t.now(), withdrawnAt: null }])
  })

  test('is closed at once when its member takes her consent back', async () => {
    const olena = await t.person()
    await save(olena, { visibility: open, consent })
    await olena.ask('mutation { withdrawConsent { problems { field } } }')
    expect(await shown(t.browser(), olena.id)).toBeNull()
    expect(await shown(await t.person(), olena.id)).toBeNull()
    expect(await problems(olena, { visibility: open })).toEqual(['consent'])
  })

  test('is opened by nobody but its member herself: a program cannot agree for her', async () => {
    const olena = await t.person()
    const program = await t.program(olena.id, ['write'])
    const { errors } = await save(program, { visibility: open, consent })
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN')
    expect(await problems(program, { position: 'Deputy' })).toEqual([])
  })

  test.each([
    ['name', { name: ' ' }],
    ['position', { position: 'a\nb' }],
    ['languages', { languages: [...filled.languages, ...filled.languages] }],
    ['languages.0.language', { languages: [{ language: 'x"', level: 'A1' }] }],
    ['expertise.0', { expertise: ['policy-area/nothing'] }],
    ['expertise.1', { expertise: ['policy-area/housing', idOf('component', 'nothing')] }],
    ['expertise.0', { expertise: ['policy-area/\u0000'] }],
  ])('with a fault in %s is not saved', async (field, change) => {
    expect(await problems(await t.person(), change)).toEqual([field])
  })

  test('cannot carry anything that is not part of it', async () => {
    const olena = await t.person()
    for (const extra of ['isAdministrator: true', 'email: "eve@example.org"', 'id: "memb_000000000000"']) {
      const { errors } = await olena.ask(
        `mutation { saveProfile(${extra}, name: "x", position: "", languages: [], expertise: [], offers: [], visibility: { name: PUBLIC }) { problems { field } } }`,
      )
      expect(errors[0]?.extensions.code).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/)
    }
  })

  test('keeps what looks like markup as the text it is', async () => {
    const olena = await t.person()
    const name = '<script>alert(1)</script>'
    await save(olena, { name, visibility: open, consent })
    expect((await shown(t.browser(), olena.id)).name).toBe(name)
  })
})
