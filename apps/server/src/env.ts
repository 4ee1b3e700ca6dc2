import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HansaError } from '@hansa/domain/errors'
import { z } from 'zod'

/** A variable of the environment is wrong; the message names it and says what it may be. */
export class InvalidConfiguration extends HansaError {
  constructor(message: string) {
    super('INVALID_CONFIGURATION', message)
  }
}

const repository = fileURLToPath(new URL('../../..', import.meta.url))

/** What a browser treats as a safe place even without TLS. */
const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/

function url(protocols: string[], example: string) {
  const message = `must be an address such as ${example}`
  return z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), message)
}

function origin(example: string) {
  const message = `must be an origin without a path, such as ${example}`
  return url(['http:', 'https:'], example)
    .refine(
      (text) => !URL.canParse(text) || /^\/?$/.test(new URL(text).pathname + new URL(text).search),
      message,
    )
    .transform((text) => (URL.canParse(text) ? new URL(text).origin : text))
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'must be a number from 0 to 65535')

const variables = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((path) => (isAbsolute(path) ? path : join(repository, path))),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgresql://user:password@host:5432/hansa').optional(),
  MEILI_URL: origin('http://localhost:7700').optional(),
  MEILI_KEY: z.string().optional(),
  PUBLIC_URL: origin('https://hansa.example').optional(),
  ROLE: z.enum(['all', 'api', 'portal', 'worker']).default('all'),
  API_URL: origin('http://api.internal:3000').optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  LOG_FORMAT: z.enum(['text', 'json']).optional(),
  NODE_ENV: z.enum(['production', 'development', 'test']).optional(),
})

type Variables = z.infer<typeof variables>

/** The configuration of a process, checked. Paths are absolute, origins without a trailing slash. */
export type Env = Omit<Variables, 'LOG_FORMAT'> & { LOG_FORMAT: 'text' | 'json' }

function sentence(name: string, message: string, value: string | undefined): string {
  // The value of a secret never reaches a log.
  const given = value === undefined || /KEY|DATABASE_URL/.test(name) ? '' : `; it is "${value}"`
  return `The variable ${name} ${message.replace(/^Invalid option: expected/, 'must be')}${given}.`
}

function checkPublicUrl({ PUBLIC_URL, NODE_ENV }: Variables): void {
  if (!PUBLIC_URL) {
    if (NODE_ENV !== 'production') return
    throw new InvalidConfiguration(
      'With NODE_ENV=production the variable PUBLIC_URL must say where people reach this instance, such as https://hansa.example.',
    )
  }
  const { protocol, hostname } = new URL(PUBLIC_URL)
  if (protocol === 'http:' && (NODE_ENV === 'production' || !loopback.test(hostname))) {
    throw new InvalidConfiguration(
      `The variable PUBLIC_URL must start with https://: what people do here may not travel readable for everybody on the way; it is "${PUBLIC_URL}".`,
    )
  }
}

function checkTogether(env: Variables): void {
  if (env.MEILI_URL) {
    throw new InvalidConfiguration(
      'This version searches with its embedded engine; unset the variable MEILI_URL.',
    )
  }
  if (env.MEILI_KEY && !env.MEILI_URL) {
    throw new InvalidConfiguration('The variable MEILI_KEY is set without MEILI_URL; set both or none.')
  }
  if (env.ROLE === 'portal' && !env.API_URL) {
    throw new InvalidConfiguration(
      'With ROLE=portal the variable API_URL must say where the API is, such as http://api.internal:3000.',
    )
  }
  if (env.ROLE !== 'portal' && env.API_URL) {
    throw new InvalidConfiguration(
      `The variable API_URL is for ROLE=portal only; with ROLE=${env.ROLE} this process has the API or needs none.`,
    )
  }
  if ((env.ROLE === 'api' || env.ROLE === 'worker') && !env.DATABASE_URL) {
    throw new InvalidConfiguration(
      `The variable ROLE is "${env.ROLE}", but the embedded database belongs to one process alone; set DATABASE_URL to a PostgreSQL server, or leave ROLE at "all".`,
    )
  }
}

/**
 * Reads the configuration; a variable that is set to nothing counts as not set.
 * @throws InvalidConfiguration for the first variable that is wrong
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = String(issue?.path[0])
    throw new InvalidConfiguration(sentence(name, issue?.message ?? 'is wrong', given[name]))
  }
  checkTogether(parsed.data)
  checkPublicUrl(parsed.data)
  const LOG_FORMAT = parsed.data.NODE_ENV === 'production' ? 'json' : 'text'
  return { ...parsed.data, LOG_FORMAT: parsed.data.LOG_FORMAT ?? LOG_FORMAT }
}

/** React and Vite choose their builds by this variable when they are first imported; a server means the fast one. */
export function settleNodeEnv(mode: 'production' | 'development'): void {
  process.env.NODE_ENV ??= mode
}
