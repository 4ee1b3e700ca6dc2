import { OUTBOX_START, type OutboxPosition } from '@hansa/db'

// An engine keeps its place in the outbox as one number: transaction × 2^40 + sequence. A sequence stays far below 2^40.
const shift = 40n

/** The place as the number an engine keeps. */
export const toSeq = (position: OutboxPosition): bigint => {
  const [xid = '0', seq = '0'] = position.split(':')
  return (BigInt(xid) << shift) | BigInt(seq)
}

/** The place that a number of an engine stands for. */
export const toPosition = (seq: bigint): OutboxPosition =>
  seq === 0n ? OUTBOX_START : `${seq >> shift}:${seq & ((1n << shift) - 1n)}`
