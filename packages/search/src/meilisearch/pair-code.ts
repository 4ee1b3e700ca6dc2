import { crc32 } from 'node:zlib'

/** So many codes there are: two pairs of a million share one, and an index does not grow with every new neighbourhood of words. */
const CODES = 2 ** 20

/** A short code of two neighbouring terms. What it lets through by chance is told apart by the stored terms. */
export function pairCode(first: string, second: string): string {
  return (crc32(`${first} ${second}`) % CODES).toString(36)
}
