/*
 * Meilisearch compares values without regard to case and compatibility forms, and cuts them at 468 bytes. What has to be told
 * apart exactly is therefore written in characters that it leaves as they are.
 */

const CODED = /[^a-z0-9-]/g
const unit = (char: string) => char.charCodeAt(0).toString(16).padStart(4, '0')

/** Writes an id or a facet value with a–z, 0–9, - and _ only: also fit for a key of a document. Reversible. */
export function encodeValue(value: string): string {
  return value.replace(CODED, (char) => `_${unit(char)}`)
}

/** Reads what `encodeValue` wrote. */
export function decodeValue(encoded: string): string {
  return encoded.replace(/_([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/**
 * Writes a key so that its bytes sort as the code units of the original do.
 *
 * Blanks and ! begin with !, capitals and @ with @, everything from ~ on with ~: each stands where it stood, and what follows
 * tells it from the others.
 */
export function orderKey(key: string): string {
  return key.replace(/[^"-?[-}]/g, (char) => {
    if (char <= '!') return `!${unit(char)}`
    return char < '[' ? `@${char === '@' ? '-' : char.toLowerCase()}` : `~${unit(char)}`
  })
}
