import { createHash, randomBytes } from 'node:crypto'
import { type Kind, kindOfId, kinds } from './kind.ts'

// Crockford's alphabet in lower case: no i, l, o, u, so an id can be read aloud.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const length = 12

const encode = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, length), (byte) => alphabet[byte & 31]).join('')

/** A new public id of a prefix (60 random bits): `prac_7h2k…`. Never reused. */
export const newId = (prefix: string): string => `${prefix}_${encode(randomBytes(length))}`

/**
 * The id of something that came from a known source: the same source record has the same id on every instance,
 * so two instances that loaded one seed agree on their links.
 */
export const idFromSource = (prefix: string, system: string, sourceId: string): string =>
  `${prefix}_${encode(createHash('sha256').update(`${system}\n${sourceId}`).digest())}`

/** A new id for an entry of a kind. */
export const newEntryId = (kind: Kind): string => newId(kinds[kind].prefix)

/** Whether a text has the form of a public id of a prefix. */
export const isIdOf = (prefix: string, text: string): boolean =>
  new RegExp(`^${prefix}_[0-9a-z]{12}$`).test(text)

/** Whether a text has the form of an entry's public id. */
export const isEntryId = (text: string): boolean =>
  kindOfId(text) !== null && /^[a-z]{4}_[0-9a-z]{12}$/.test(text)
