import { describe, expect, test } from 'vitest'
import { Forbidden, Unauthenticated } from './errors.ts'
import {
  actions,
  actorOf,
  authorize,
  can,
  type MemberViewer,
  type Scope,
  type Viewer,
  visibleTo,
  visitor,
} from './permissions.ts'

const member = (scopes: Scope[] | null = null, more: Partial<MemberViewer> = {}): MemberViewer => ({
  kind: 'member',
  id: 'memb_aaaaaaaaaaaa',
  isAdministrator: false,
  affiliations: [],
  scopes,
  ...more,
})
const own = { member: 'memb_aaaaaaaaaaaa' }
const others = { member: 'memb_bbbbbbbbbbbb' }

test('everybody may read what is published; members also the directory, administrators whom and what there is', () => {
  const everywhere = (viewer: Viewer) => actions.filter((action) => can(viewer, action))
  expect(everywhere(visitor)).toEqual([])
  expect(everywhere(member())).toEqual(['directory.read'])
  expect(everywhere(member(null, { isAdministrator: true }))).toEqual([
    'directory.read',
    'curation.read',
    'curation.bulk',
    'people.read',
    'audit.read',
  ])
  for (const viewer of [visitor, member(), member(null, { isAdministrator: true })]) {
    expect(can(viewer, 'entry.read', { state: 'published' })).toBe(true)
    expect(can(viewer, 'entry.read', { state: 'draft' })).toBe(false)
    expect(visibleTo(viewer)).toEqual(['published'])
  }
})

describe('an account', () => {
  test('is read and changed by its member alone', () => {
    expect(can(member(), 'account.read', own) && can(member(), 'account.change', own)).toBe(true)
    for (const viewer of [
      visitor,
      member(null, { id: others.member }),
      member(null, { isAdministrator: true }),
    ])
      for (const action of ['account.read', 'account.change'] as const)
        expect(can(viewer, action, viewer.kind === 'member' && viewer.id === own.member ? others : own)).toBe(
          false,
        )
  })

  test.each([[['read']], [['write']], [['read', 'write']]] as [Scope[]][])(
    'is read and never changed with a token for %j',
    (scopes) => {
      expect(can(member(scopes), 'account.read', own)).toBe(true)
      expect(can(member(scopes), 'account.change', own)).toBe(false)
    },
  )

  test('is not even read with a token for nothing', () => {
    expect(can(member([]), 'account.read', own)).toBe(false)
  })
})

test('a visitor is asked to sign in, a member is told that she may not', () => {
  expect(() => authorize(visitor, 'account.change', own)).toThrow(Unauthenticated)
  expect(() => authorize(member(), 'account.change', others)).toThrow(Forbidden)
  expect(() => authorize(member(), 'account.change', own)).not.toThrow()
})

test('the audit trail names a member by her id', () => {
  expect([visitor, member(), { kind: 'system', name: 'seed' } as const].map(actorOf)).toEqual([
    'visitor',
    'memb_aaaaaaaaaaaa',
    'system:seed',
  ])
})
