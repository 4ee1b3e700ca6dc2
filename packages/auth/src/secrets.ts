import { createHash } from 'node:crypto'
import type { Random } from './deps.ts'

const secretBytes = 32

/** A secret to be shown once: 256 random bits, fit for an address and a cookie. */
export const newSecret = (random: Random): string => Buffer.from(random(secretBytes)).toString('base64url')

/** What is stored of a secret. It has too many random bits to be guessed, so a fast hash is enough. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
