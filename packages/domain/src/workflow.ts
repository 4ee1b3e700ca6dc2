/** States of a revision: what is being written of an entry, from the first draft until it is published or given up. */
export const revisionStates = [
  'draft',
  'submitted',
  'in_review',
  'changes_requested',
  'accepted',
  'published',
  'withdrawn',
  'rejected',
] as const
export type RevisionState = (typeof revisionStates)[number]

/** States in which a revision is still under way. An entry has at most one such revision. */
export const openStates = [
  'draft',
  'submitted',
  'in_review',
  'changes_requested',
  'accepted',
] as const satisfies readonly RevisionState[]

/** States in which its authors may change what it says. */
export const editableStates = ['draft', 'changes_requested'] as const satisfies readonly RevisionState[]

export const isOpenState = (state: RevisionState): boolean =>
  (openStates as readonly RevisionState[]).includes(state)
export const isEditable = (state: RevisionState): boolean =>
  (editableStates as readonly RevisionState[]).includes(state)

/** Who takes a step: whoever writes it, or a curator who wrote none of it. */
export type StepTaker = 'author' | 'curator'

type Step = {
  readonly by: StepTaker
  readonly from: readonly RevisionState[]
  readonly to: RevisionState
  readonly reason: 'required' | 'possible'
}

/** Every way from one state to another; there is no other. */
export const steps = {
  submit: { by: 'author', from: ['draft', 'changes_requested'], to: 'submitted', reason: 'possible' },
  withdraw: { by: 'author', from: openStates, to: 'withdrawn', reason: 'possible' },
  take_up: { by: 'curator', from: ['submitted'], to: 'in_review', reason: 'possible' },
  // Also what was accepted goes back when the entry was changed meanwhile.
  request_changes: {
    by: 'curator',
    from: ['in_review', 'accepted'],
    to: 'changes_requested',
    reason: 'required',
  },
  accept: { by: 'curator', from: ['in_review'], to: 'accepted', reason: 'possible' },
  reject: { by: 'curator', from: ['submitted', 'in_review'], to: 'rejected', reason: 'required' },
  publish: { by: 'curator', from: ['accepted'], to: 'published', reason: 'possible' },
  // Sets, changes or takes away the time at which it is published.
  schedule: { by: 'curator', from: ['accepted'], to: 'accepted', reason: 'possible' },
  // A draft that nobody goes on with would keep everybody else from improving the entry.
  release: { by: 'curator', from: ['draft', 'changes_requested'], to: 'withdrawn', reason: 'required' },
} as const satisfies Record<string, Step>

export type RevisionStep = keyof typeof steps
export const revisionSteps = Object.keys(steps) as RevisionStep[]

const stepOf = (name: RevisionStep): Step => steps[name]

/** Whether a step can be taken in a state. */
export const leadsOn = (name: RevisionStep, state: RevisionState): boolean =>
  stepOf(name).from.includes(state)

/** The steps that can be taken in a state by one of those who take steps. */
export const stepsIn = (state: RevisionState, by: StepTaker): RevisionStep[] =>
  revisionSteps.filter((name) => stepOf(name).by === by && leadsOn(name, state))

/** What is done to an entry as a whole. */
export const entrySteps = ['archive', 'restore', 'merge', 'confirm', 'feature', 'unfeature'] as const
export type EntryStep = (typeof entrySteps)[number]

/** Steps that happen without a change of state: they are told beside the others. */
export const notes = ['start', 'assign', 'unassign', 'review'] as const

/** Everything that the history of an entry can tell. */
export const historySteps = [...revisionSteps, ...entrySteps, ...notes] as const
export type HistoryStep = (typeof historySteps)[number]

/** What everybody may know of an entry's history. */
export const publicSteps = [
  'publish',
  'confirm',
  'merge',
  'archive',
  'restore',
] as const satisfies readonly HistoryStep[]

export const turns = ['author', 'reviewer', 'curator', 'clock', 'nobody'] as const
/** Whose turn it is: the `clock` is waited for by what is to be published later. */
export type Turn = (typeof turns)[number]

/** Whose turn it is with a revision. */
export const turnOf = (revision: {
  state: RevisionState
  publishAt: Date | null
  openReviews: number
}): Turn => {
  const { state, publishAt, openReviews } = revision
  if (isEditable(state)) return 'author'
  if (state === 'submitted') return 'curator'
  if (state === 'in_review') return openReviews > 0 ? 'reviewer' : 'curator'
  if (state === 'accepted') return publishAt ? 'clock' : 'curator'
  return 'nobody'
}
