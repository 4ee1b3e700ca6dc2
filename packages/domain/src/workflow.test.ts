import { describe, expect, test } from 'vitest'
import { can, type MemberViewer, type Subject } from './permissions.ts'
import {
  isEditable,
  isOpenState,
  leadsOn,
  revisionStates,
  revisionSteps,
  steps,
  stepsIn,
  turnOf,
} from './workflow.ts'

test('every state but the first is reached by a step, and leads on unless it is an end', () => {
  const reached = new Set<string>(revisionSteps.map((step) => steps[step].to))
  expect(revisionStates.filter((state) => !reached.has(state))).toEqual(['draft'])
  const ends = revisionStates.filter((state) => !revisionSteps.some((step) => leadsOn(step, state)))
  expect(ends).toEqual(['published', 'withdrawn', 'rejected'])
  expect(ends.some(isOpenState)).toBe(false)
})

test('nothing is published that was not submitted, taken up and accepted before', () => {
  const into = (state: string) =>
    revisionSteps.filter((step) => steps[step].to === state && step !== 'schedule')
  expect(into('published')).toEqual(['publish'])
  expect(steps.publish.from).toEqual(['accepted'])
  expect(into('accepted')).toEqual(['accept'])
  expect(steps.accept.from).toEqual(['in_review'])
  expect(into('in_review')).toEqual(['take_up'])
  expect(steps.take_up.from).toEqual(['submitted'])
  expect(into('submitted')).toEqual(['submit'])
  expect(steps.submit.from.every((state) => isEditable(state))).toBe(true)
})

test('authors submit and withdraw, everything else is a curator’s', () => {
  expect(stepsIn('draft', 'author')).toEqual(['submit', 'withdraw'])
  expect(stepsIn('in_review', 'author')).toEqual(['withdraw'])
  expect(stepsIn('in_review', 'curator')).toEqual(['request_changes', 'accept', 'reject'])
})

test.each([
  ['draft', null, 0, 'author'],
  ['changes_requested', null, 2, 'author'],
  ['submitted', null, 0, 'curator'],
  ['in_review', null, 0, 'curator'],
  ['in_review', null, 1, 'reviewer'],
  ['accepted', null, 0, 'curator'],
  ['accepted', new Date(0), 0, 'clock'],
  ['published', null, 0, 'nobody'],
  ['rejected', null, 1, 'nobody'],
] as const)(
  'with what is %s, to be published at %s, with %i open reviews it is the turn of: %s',
  (state, publishAt, openReviews, turn) => {
    expect(turnOf({ state, publishAt, openReviews })).toBe(turn)
  },
)

describe('a revision', () => {
  const me = 'memb_aaaaaaaaaaaa'
  const network = 'netw_aaaaaaaaaaaa'
  const entry = 'prac_aaaaaaaaaaaa'
  const as = (more: Partial<MemberViewer>): MemberViewer => ({
    kind: 'member',
    id: me,
    isAdministrator: false,
    affiliations: [],
    scopes: null,
    ...more,
  })
  const curator = as({ affiliations: [{ entryId: network, function: 'curator', confirmed: true }] })
  const others: Subject = { entry, networks: [network], writers: ['memb_bbbbbbbbbbbb'], submitted: true }
  const own: Subject = { ...others, writers: ['memb_bbbbbbbbbbbb', me] }

  test('is decided about by nobody who wrote any of it, not even an administrator', () => {
    expect(can(curator, 'revision.curate', others)).toBe(true)
    for (const viewer of [curator, as({ isAdministrator: true })]) {
      expect(can(viewer, 'revision.curate', own)).toBe(false)
      expect(can(viewer, 'revision.remark', own)).toBe(false)
    }
  })

  test('of which it is not known who wrote it is nobody’s to read, write or decide about', () => {
    const { writers: _, ...unknown } = others
    for (const action of ['revision.write', 'revision.curate'] as const)
      expect(can(curator, action, unknown)).toBe(false)
    expect(can(as({}), 'revision.read', {})).toBe(false)
  })

  test('that was never submitted is for those who write it', () => {
    const draft = { ...others, submitted: false }
    expect(can(curator, 'revision.read', draft)).toBe(false)
    expect(can(as({ isAdministrator: true }), 'revision.read', draft)).toBe(false)
    expect(can(as({}), 'revision.read', { ...draft, writers: [me] })).toBe(true)
  })

  test('is not written with a token for reading', () => {
    expect(can(as({ scopes: ['read'] }), 'revision.write', own)).toBe(false)
    expect(can(as({ scopes: ['read'] }), 'revision.read', own)).toBe(true)
    expect(can(as({ scopes: ['write'] }), 'revision.write', own)).toBe(true)
  })
})
