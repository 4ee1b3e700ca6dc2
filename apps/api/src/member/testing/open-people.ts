import { randomBytes } from 'node:crypto'
import { createApiToken, startSession } from '@hansa/auth'
import { schema } from '@hansa/db'
import type { AffiliationFunction } from '@hansa/domain/affiliation'
import { newId } from '@hansa/domain/id'
import type { Scope } from '@hansa/domain/permissions'
import { closedProfile, type Profile } from '@hansa/domain/profile'
import { sortKeyOf } from '@hansa/domain/slug'
import { type Accounts, openAccounts, type TestBrowser } from '../../account/testing/open-accounts.ts'
import type { TestOptions } from '../../testing/open-api.ts'

/** A member with the browser she is signed in with. */
export type Person = TestBrowser & { id: string }

type Wanted = {
  name?: string
  isAdministrator?: boolean
  profile?: Partial<Profile>
  /** What she is where; `confirmed` unless told. */
  at?: readonly { entry: string; function: AffiliationFunction; confirmed?: boolean }[]
}

export type People = Accounts & {
  /** A new member, signed in just now. */
  person(wanted?: Wanted): Promise<Person>
  /** Another browser in which a member is signed in. */
  signIn(memberId: string): Promise<Person>
  /** A program with a token of a member. */
  program(memberId: string, scopes: Scope[]): Promise<TestBrowser>
}

const origin = { network: '192.0.2.0/24', device: 'Firefox, Linux' }

/** Everything of a profile open to everybody. */
export const openToAll = Object.fromEntries(
  Object.keys(closedProfile).map((field) => [field, 'public']),
) as Profile['visibility']

/** An API with people in it who are signed in, each with the rights a test needs. */
export const openPeople = async (options: Pick<TestOptions, 'keeps'> = {}): Promise<People> => {
  const t = await openAccounts(undefined, options)
  const { db } = t.database
  const auth = () => ({ db, clock: { now: t.now }, random: randomBytes })

  const signIn = async (memberId: string): Promise<Person> => {
    const { secret } = await startSession(auth(), { memberId, method: 'password', origin })
    const browser = t.browser()
    browser.cookies.set('__Host-hansa-session', secret)
    return { ...browser, id: memberId }
  }

  const person = async ({ name = 'Anna Berg', isAdministrator = false, profile, at = [] }: Wanted = {}) => {
    const id = newId('memb')
    await db.insert(schema.member).values({
      id,
      name,
      email: `${id}@example.org`,
      language: 'en',
      isAdministrator,
      createdAt: t.now(),
    })
    if (profile)
      await db.insert(schema.profile).values({
        memberId: id,
        position: profile.position ?? '',
        languages: profile.languages ?? [],
        expertise: profile.expertise ?? [],
        offers: profile.offers ?? [],
        visibility: profile.visibility ?? openToAll,
        sortKey: sortKeyOf(name),
        positionKey: sortKeyOf(profile.position ?? ''),
        updatedAt: t.now(),
      })
    for (const { entry, function: role, confirmed = true } of at)
      await db.insert(schema.affiliation).values({
        id: newId('affi'),
        memberId: id,
        entryId: entry,
        function: role,
        createdAt: t.now(),
        confirmedAt: confirmed ? t.now() : null,
      })
    return await signIn(id)
  }

  const program = async (memberId: string, scopes: Scope[]): Promise<TestBrowser> => {
    const { token } = await createApiToken(auth(), { memberId, name: 'Program', scopes, days: 30 })
    const browser = t.browser()
    return {
      ...browser,
      ask: (query, variables) =>
        browser.ask(query, variables, { Authorization: `Bearer ${token}`, Cookie: '', 'Sec-Fetch-Site': '' }),
    }
  }
  return { ...t, person, signIn, program }
}
