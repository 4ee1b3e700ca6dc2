/** States and turns that a curator's queue can be narrowed to. */
export const queueStates = ['SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'ACCEPTED'] as const
export const queueTurns = ['CURATOR', 'REVIEWER', 'AUTHOR', 'CLOCK'] as const
export const queueKinds = [
  'PRACTICE',
  'COMPONENT',
  'ORGANISATION',
  'CITY',
  'NETWORK',
  'EVENT',
  'RESOURCE',
] as const

const names = ['q', 'state', 'turn', 'kind', 'network', 'after'] as const

/** What the address of the queue narrows it to; empty values narrow nothing. */
export type QueueParams = Readonly<Record<(typeof names)[number], string>>

/** Reads the address. */
export const queueParams = (url: URL): QueueParams =>
  Object.fromEntries(
    names.map((name) => [name, (url.searchParams.get(name) ?? '').trim().slice(0, 200)]),
  ) as QueueParams

const oneOf = <V extends string>(values: readonly V[], value: string): V | null =>
  values.find((each) => each === value) ?? null

/** The filter the API takes. */
export function queueFilter({ q, state, turn, kind, network }: QueueParams) {
  const inState = oneOf(queueStates, state)
  return {
    states: inState ? [inState] : null,
    turn: oneOf(queueTurns, turn),
    kind: oneOf(queueKinds, kind),
    network: network || null,
    text: q || null,
  }
}

/** For how many whole days something is as it is. */
export const daysSince = (since: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 86_400_000))
