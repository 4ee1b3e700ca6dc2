import { describe, expect, test } from 'vitest'
import { type Affiliation, AffiliationRequest } from './affiliation.ts'
import {
  type Action,
  actions,
  alwaysVisibleTo,
  can,
  fieldsVisibleTo,
  type MemberViewer,
  type Scope,
  type Subject,
  visitor,
} from './permissions.ts'
import { rolesOf } from './roles.ts'

const organisation = 'orgn_000000000001'
const city = 'city_000000000001'
const network = 'netw_000000000001'
const practice = 'prac_000000000001'
const me = 'memb_000000000001'
const her = 'memb_000000000002'

const as = (affiliations: Affiliation[] = [], more: Partial<MemberViewer> = {}): MemberViewer => ({
  kind: 'member',
  id: me,
  isAdministrator: false,
  affiliations,
  scopes: null,
  ...more,
})
const at = (entryId: string, role: Affiliation['function'], confirmed = true): Affiliation => ({
  entryId,
  function: role,
  confirmed,
})

test('a viewer has a role only towards what she is confirmed for', () => {
  expect(rolesOf(visitor, { entry: city })).toEqual(['visitor'])
  expect(rolesOf(as([at(city, 'representative')]), { entry: city })).toEqual(['member', 'representative'])
  expect(rolesOf(as([at(city, 'representative')]), { entry: organisation })).toEqual(['member'])
  expect(rolesOf(as([at(city, 'representative', false)]), { entry: city })).toEqual(['member'])
  expect(rolesOf(as([at(network, 'curator')]), { entry: city, networks: [network] })).toEqual([
    'member',
    'curator',
  ])
  expect(rolesOf(as([], { isAdministrator: true }), {})).toEqual(['member', 'administrator'])
})

test('a function that does not lead the kind of entry gives no right there', () => {
  for (const one of [at(city, 'editor'), at(organisation, 'curator'), at(network, 'representative')])
    expect(can(as([one]), 'affiliation.decide', { entry: one.entryId, member: her })).toBe(false)
})

describe('somebody who asks to belong to an entry', () => {
  const subject: Subject = { entry: city, networks: [network], member: her }
  test.each([
    ['its leader', as([at(city, 'representative')])],
    ['the curator of a network it is in', as([at(network, 'curator')])],
    ['an administrator', as([], { isAdministrator: true })],
  ])('is confirmed by %s', (_, viewer) => expect(can(viewer, 'affiliation.decide', subject)).toBe(true))

  test.each([
    ['a plain member of it', as([at(city, 'member')])],
    ['who only claims to lead it', as([at(city, 'representative', false)])],
    ['the leader of another', as([at('city_000000000002', 'representative')])],
    ['the curator of a network it is not in', as([at('netw_000000000002', 'curator')])],
    ['a visitor', visitor],
  ])('is not confirmed by %s', (_, viewer) => expect(can(viewer, 'affiliation.decide', subject)).toBe(false))

  test('does not confirm herself, even when she leads it', () =>
    expect(can(as([at(city, 'representative')]), 'affiliation.decide', { entry: city, member: me })).toBe(
      false,
    ))
})

test('a reviewer may see the entry she reviews in any state, and no other', () => {
  const viewer = as([at(practice, 'reviewer')])
  expect(can(viewer, 'entry.read', { entry: practice, state: 'draft' })).toBe(true)
  expect(can(viewer, 'entry.read', { entry: 'prac_000000000002', state: 'draft' })).toBe(false)
  expect(alwaysVisibleTo(viewer)).toEqual([practice])
  expect(alwaysVisibleTo(as([at(practice, 'reviewer', false), at(city, 'member')]))).toEqual([])
})

test('fields for the secretariat are open to confirmed curators and administrators alone', () => {
  expect(fieldsVisibleTo(visitor)).toEqual(['public'])
  expect(fieldsVisibleTo(as([at(network, 'curator', false)]))).toEqual(['public', 'members'])
  expect(fieldsVisibleTo(as([at(network, 'curator')]))).toContain('secretariat')
  expect(fieldsVisibleTo(as([], { isAdministrator: true }))).toContain('secretariat')
  expect(fieldsVisibleTo(as([], { isAdministrator: true, scopes: [] }))).toEqual(['public'])
})

test('an administrator never acts on her own account as one', () => {
  expect(can(as([], { isAdministrator: true }), 'people.change', { member: me })).toBe(false)
  expect(can(as([], { isAdministrator: true }), 'people.change', { member: her })).toBe(true)
})

test('who leads the organisation that leads an entry, or curates its network, keeps its files; whoever sent one keeps it while it belongs to nothing', () => {
  const subject = { entry: practice, networks: [network], ledBy: [organisation], member: 'memb_bbbbbbbbbbbb' }
  const changes = (...affiliations: Affiliation[]) => can(as(affiliations), 'file.change', subject)
  expect(changes(at(organisation, 'editor'))).toBe(true)
  expect(changes(at(network, 'curator'))).toBe(true)
  for (const other of [
    at(organisation, 'member'),
    at(organisation, 'editor', false),
    at(practice, 'reviewer'),
  ])
    expect(changes(other)).toBe(false)
  expect(can(as([at(practice, 'reviewer')]), 'file.read', subject)).toBe(true)
  // That an entry is published opens none of what is not public of it yet.
  for (const stranger of [visitor, as([])])
    expect(can(stranger, 'file.read', { ...subject, member: her, state: 'published' })).toBe(false)
  const own = { member: as([]).id }
  expect([can(as([]), 'file.change', own), can(as([]), 'file.change', {})]).toEqual([true, false])
  // What she sent for an entry is its keepers' to change, and hers to see.
  const sent = { ...subject, ...own }
  expect([can(as([]), 'file.change', sent), can(as([]), 'file.read', sent)]).toEqual([false, true])
})

test('with a token for reading an administrator changes nothing at all', () => {
  const reading: Action[] = [
    'entry.read',
    'file.read',
    'import.read',
    'account.read',
    'directory.read',
    'affiliation.list',
    'revision.read',
    'curation.read',
    'people.read',
    'audit.read',
    'news.read',
  ]
  const everything: Affiliation[] = [at(city, 'representative'), at(network, 'curator')]
  const subjects: Subject[] = [
    {},
    { entry: city, member: her },
    { entry: city, member: me, networks: [network] },
    { entry: city, writers: [her], submitted: true },
  ]
  const allowed = (scopes: Scope[]) =>
    actions.filter((action) =>
      subjects.some((subject) => can(as(everything, { isAdministrator: true, scopes }), action, subject)),
    )
  expect(allowed(['read'])).toEqual(reading)
  expect(allowed([])).toEqual([])
})

test.each([
  [{ entry: practice, function: 'member' }, 'entry'],
  [{ entry: 'nothing', function: 'member' }, 'entry'],
  [{ entry: city, function: 'editor' }, 'function'],
  [{ entry: organisation, function: 'reviewer' }, 'function'],
  [{ entry: city, function: 'member', position: 'a\u202eb' }, 'position'],
  [{ entry: city, function: 'member', confirmed: true }, ''],
])('%j cannot be asked for', (request, field) => {
  const { error } = AffiliationRequest.safeParse(request)
  expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([field])
})

test('what somebody follows and is told is hers alone, also towards an administrator', () => {
  const administrator = as([at(city, 'representative')], { isAdministrator: true })
  for (const action of ['news.read', 'news.change'] as const) {
    expect(can(administrator, action, { member: me })).toBe(true)
    expect(can(administrator, action, { member: her })).toBe(false)
    expect(can(administrator, action, {})).toBe(false)
  }
})
