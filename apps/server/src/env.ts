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
const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[?::1\]?)$/

/** Whether a host name or address is this machine's own. */
export function isLoopback(host: string): boolean {
  return loopback.test(host)
}

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

const bucketMessage =
  'must be the address of a bucket with its name as the path, and nothing else, such as https://s3.example.org/hansa'

function isBucket({ pathname, search, hash, username, password }: URL): boolean {
  return /^\/[^/]+\/?$/.test(pathname) && [search, hash, username, password].every((part) => part === '')
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
  MEILI_INDEX: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be up to 40 small letters, digits and hyphens, such as hansa')
    .default('hansa'),
  PUBLIC_URL: origin('https://hansa.example').optional(),
  ROLE: z.enum(['all', 'api', 'portal', 'worker']).default('all'),
  API_URL: origin('http://api.internal:3000').optional(),
  KEPT_PAGES_MB: z
    .string()
    .regex(/^\d{1,4}$/, 'must be a number of megabytes from 0 to 9999')
    .transform(Number)
    .default(32),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtp://user:password@mail.example.org:587').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/, 'must be an address such as Hansa <hansa@example.org>')
    .optional(),
  OIDC_ISSUER: url(['https:', 'http:'], 'https://login.example.org').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, 'must be at most 60 characters, such as EU Login').optional(),
  OIDC_SCOPES: z
    .string()
    .regex(/^(.* )?openid( .*)?$/, 'must name openid among others, such as openid email profile')
    .default('openid email profile'),
  FILES_S3_URL: url(['https:', 'http:'], 'https://s3.example.org/hansa')
    .refine((text) => !URL.canParse(text) || isBucket(new URL(text)), bucketMessage)
    .optional(),
  FILES_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'must be the name of a region such as eu-central-1')
    .default('us-east-1'),
  FILES_S3_KEY: z.string().optional(),
  FILES_S3_SECRET: z.string().optional(),
  PROXY_HOPS: z
    .string()
    .regex(/^[0-5]$/, 'must be a number from 0 to 5')
    .transform(Number)
    .optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  LOG_FORMAT: z.enum(['text', 'json']).optional(),
  NODE_ENV: z.enum(['production', 'development', 'test']).optional(),
})

type Variables = z.infer<typeof variables>

/** The configuration of a process, checked. Paths are absolute, origins without a trailing slash. */
export type Env = Omit<Variables, 'LOG_FORMAT' | 'PROXY_HOPS'> & {
  LOG_FORMAT: 'text' | 'json'
  PROXY_HOPS: number
}

function sentence(name: string, message: string, value: string | undefined): string {
  // The value of a secret never reaches a log.
  const given =
    value === undefined || /KEY|SECRET|DATABASE_URL|SMTP_URL/.test(name) ? '' : `; it is "${value}"`
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
  if (protocol === 'http:' && (NODE_ENV === 'production' || !isLoopback(hostname))) {
    throw new InvalidConfiguration(
      `The variable PUBLIC_URL must start with https://: what people do here may not travel readable for everybody on the way; it is "${PUBLIC_URL}".`,
    )
  }
}

function checkProvider({
  OIDC_ISSUER,
  OIDC_CLIENT_ID,
  OIDC_CLIENT_SECRET,
  OIDC_NAME,
  NODE_ENV,
}: Variables): void {
  const given = [OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME].filter(Boolean)
  if (given.length > 0 && given.length < 4) {
    throw new InvalidConfiguration(
      'The variables OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_NAME belong together: the provider people sign in with, what it knows this instance by, and what people call it.',
    )
  }
  if (!OIDC_ISSUER) return
  const { protocol, hostname } = new URL(OIDC_ISSUER)
  if (protocol === 'http:' && (NODE_ENV === 'production' || !isLoopback(hostname))) {
    throw new InvalidConfiguration(
      `The variable OIDC_ISSUER must start with https://: who people are may not be changed on the way; it is "${OIDC_ISSUER}".`,
    )
  }
}

function checkFiles({ FILES_S3_URL, FILES_S3_KEY, FILES_S3_SECRET, NODE_ENV }: Variables): void {
  const given = [FILES_S3_URL, FILES_S3_KEY, FILES_S3_SECRET].filter(Boolean)
  if (given.length > 0 && given.length < 3) {
    throw new InvalidConfiguration(
      'The variables FILES_S3_URL, FILES_S3_KEY and FILES_S3_SECRET belong together: the bucket that images and PDFs are kept in, and the key to it.',
    )
  }
  if (!FILES_S3_URL) return
  const { protocol, hostname } = new URL(FILES_S3_URL)
  if (protocol === 'http:' && (NODE_ENV === 'production' || !isLoopback(hostname))) {
    throw new InvalidConfiguration(
      `The variable FILES_S3_URL must start with https://: files that are not public may not travel readable for everybody; it is "${FILES_S3_URL}".`,
    )
  }
}

function checkTogether(env: Variables): void {
  if (Boolean(env.MEILI_KEY) !== Boolean(env.MEILI_URL)) {
    const [set, unset] = env.MEILI_KEY ? ['MEILI_KEY', 'MEILI_URL'] : ['MEILI_URL', 'MEILI_KEY']
    throw new InvalidConfiguration(`The variable ${set} is set without ${unset}; set both or none.`)
  }
  if (!env.SMTP_URL !== !env.MAIL_FROM) {
    throw new InvalidConfiguration(
      'The variables SMTP_URL and MAIL_FROM belong together: the server that sends letters, and the address they come from.',
    )
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
  checkProvider(parsed.data)
  checkFiles(parsed.data)
  const isProduction = parsed.data.NODE_ENV === 'production'
  return {
    ...parsed.data,
    LOG_FORMAT: parsed.data.LOG_FORMAT ?? (isProduction ? 'json' : 'text'),
    // TLS ends at a proxy, so in production there is one.
    PROXY_HOPS: parsed.data.PROXY_HOPS ?? (isProduction ? 1 : 0),
  }
}

/** React and Vite choose their builds by this variable when they are first imported; a server means the fast one. */
export function settleNodeEnv(mode: 'production' | 'development'): void {
  process.env.NODE_ENV ??= mode
}
