import { expect, test } from 'vitest'
import { InvalidConfiguration, readEnv } from './env.ts'

test('nothing set is a local instance on port 3000 with the embedded database', () => {
  const env = readEnv({})
  expect(env).toMatchObject({
    PORT: 3000,
    HOST: '127.0.0.1',
    ROLE: 'all',
    LOG_FORMAT: 'text',
  })
  expect(env.DATA_DIR).toMatch(/\/\.data$/)
  expect(env.DATABASE_URL).toBeUndefined()
})

test('a variable set to nothing counts as not set', () => {
  expect(readEnv({ PORT: '', DATABASE_URL: '', MEILI_URL: '' }).PORT).toBe(3000)
})

test('an absolute data folder is taken as it is', () => {
  expect(readEnv({ DATA_DIR: '/srv/hansa' }).DATA_DIR).toBe('/srv/hansa')
})

test('the public address loses its trailing slash', () => {
  expect(readEnv({ PUBLIC_URL: 'https://hansa.example/' }).PUBLIC_URL).toBe('https://hansa.example')
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '3000.5'],
  ['PORT', '0x10'],
  ['DATABASE_URL', 'mysql://localhost/hansa'],
  ['DATABASE_URL', 'localhost:5432'],
  ['PUBLIC_URL', 'hansa.example'],
  ['PUBLIC_URL', 'https://hansa.example/registry'],
  ['PUBLIC_URL', 'http://hansa.example'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['ROLE', 'everything'],
  ['LOG_LEVEL', 'loud'],
  ['NODE_ENV', 'staging'],
  ['MEILI_URL', 'http://localhost:7700'],
  ['MEILI_URL', 'nonsense'],
  ['MEILI_KEY', 'secret'],
  ['MEILI_INDEX', 'Two words'],
  ['API_URL', 'http://localhost:4000'],
  ['SMTP_URL', 'https://mail.example.org'],
  ['SMTP_URL', 'smtp://mail.example.org:25'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'Hansa <hansa@example.org>'],
  ['OIDC_ISSUER', 'login.example.org'],
  ['OIDC_ISSUER', 'https://login.example.org'],
  ['OIDC_CLIENT_SECRET', 'hunter2'],
  ['OIDC_SCOPES', 'email'],
  ['PROXY_HOPS', '-1'],
  ['PROXY_HOPS', 'yes'],
])('%s=%s is refused in one sentence that names it', (name, value) => {
  const read = () => readEnv({ [name]: value })
  expect(read).toThrow(InvalidConfiguration)
  expect(read).toThrow(new RegExp(`^[^\\n]*\\b${name}\\b[^\\n]*\\.$`))
})

test('Meilisearch needs its address and a key', () => {
  const env = readEnv({ MEILI_URL: 'http://localhost:7700/', MEILI_KEY: 'secret' })
  expect(env).toMatchObject({ MEILI_URL: 'http://localhost:7700', MEILI_KEY: 'secret', MEILI_INDEX: 'hansa' })
})

test('what may be secret is not repeated in the message', () => {
  expect(() => readEnv({ DATABASE_URL: 'mysql://me:hunter2@host/db' })).toThrow(/^(?!.*hunter2)/)
  expect(() => readEnv({ SMTP_URL: 'mail://me:hunter2@host' })).toThrow(/^(?!.*hunter2)/)
})

test.each(['api', 'worker'])('ROLE=%s is refused with the embedded database', (ROLE) => {
  expect(() => readEnv({ ROLE })).toThrow(/ROLE is .* embedded database belongs to one process/)
  expect(readEnv({ ROLE, DATABASE_URL: 'postgresql://localhost/hansa' }).ROLE).toBe(ROLE)
})

test('ROLE=portal needs the address of the API', () => {
  expect(() => readEnv({ ROLE: 'portal' })).toThrow(/API_URL/)
  expect(readEnv({ ROLE: 'portal', API_URL: 'http://api:3000/' }).API_URL).toBe('http://api:3000')
})

test('production refuses to guess its public address, or to serve people without encryption', () => {
  expect(() => readEnv({ NODE_ENV: 'production' })).toThrow(/PUBLIC_URL/)
  expect(() => readEnv({ NODE_ENV: 'production', PUBLIC_URL: 'http://localhost:3000' })).toThrow(/https/)
  const env = readEnv({ NODE_ENV: 'production', PUBLIC_URL: 'https://hansa.example' })
  expect(env.LOG_FORMAT).toBe('json')
})

test('an address of this machine may do without encryption', () => {
  for (const PUBLIC_URL of ['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080']) {
    expect(readEnv({ PUBLIC_URL }).PUBLIC_URL).toBe(PUBLIC_URL)
  }
})

test('letters need a server and a sender, and only both', () => {
  const SMTP_URL = 'smtp://user:secret@mail.example.org:587'
  expect(() => readEnv({ SMTP_URL })).toThrow(/MAIL_FROM/)
  for (const MAIL_FROM of ['hansa@example.org', 'Hansa <hansa@example.org>'])
    expect(readEnv({ SMTP_URL, MAIL_FROM }).MAIL_FROM).toBe(MAIL_FROM)
})

test('single sign-on needs its provider whole, and over TLS unless it is on this machine', () => {
  const provider = {
    OIDC_ISSUER: 'https://login.example.org/city',
    OIDC_CLIENT_ID: 'hansa',
    OIDC_CLIENT_SECRET: 'secret',
    OIDC_NAME: 'City Login',
  }
  expect(readEnv(provider)).toMatchObject({ ...provider, OIDC_SCOPES: 'openid email profile' })
  for (const name of Object.keys(provider))
    expect(() => readEnv({ ...provider, [name]: '' })).toThrow(/OIDC_.* belong together/)
  expect(() => readEnv({ ...provider, OIDC_ISSUER: 'http://login.example.org' })).toThrow(/https:/)
  const local = { ...provider, OIDC_ISSUER: 'http://localhost:9000' }
  expect(readEnv(local).OIDC_ISSUER).toBe('http://localhost:9000')
  const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://hansa.example' }
  expect(() => readEnv({ ...local, ...production })).toThrow(/https:/)
})

test('in production one proxy is expected, elsewhere none', () => {
  expect(readEnv({}).PROXY_HOPS).toBe(0)
  expect(readEnv({ NODE_ENV: 'production', PUBLIC_URL: 'https://hansa.example' }).PROXY_HOPS).toBe(1)
  expect(readEnv({ PROXY_HOPS: '2' }).PROXY_HOPS).toBe(2)
})

test('a bucket for files needs its key, and TLS unless it is on this machine', () => {
  const bucket = {
    FILES_S3_URL: 'https://s3.example.org/hansa',
    FILES_S3_KEY: 'key',
    FILES_S3_SECRET: 'hunter2',
  }
  expect(readEnv(bucket)).toMatchObject({ ...bucket, FILES_S3_REGION: 'us-east-1' })
  for (const name of Object.keys(bucket))
    expect(() => readEnv({ ...bucket, [name]: '' })).toThrow(/^(?!.*hunter2).*FILES_S3_.* belong together/)
  const at = (FILES_S3_URL: string) => () => readEnv({ ...bucket, FILES_S3_URL })
  for (const none of [
    'https://s3.example.org',
    'https://s3.example.org/a/b',
    'https://a:b@s3.example.org/c',
    's3://hansa',
  ])
    expect(at(none)).toThrow(/FILES_S3_URL must be the address|FILES_S3_URL must be an address/)
  expect(at('http://s3.example.org/hansa')).toThrow(/https:/)
  expect(at('http://localhost:9000/hansa')().FILES_S3_URL).toBe('http://localhost:9000/hansa')
  const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://hansa.example' }
  expect(() => readEnv({ ...bucket, ...production, FILES_S3_URL: 'http://localhost:9000/hansa' })).toThrow(
    /https:/,
  )
})
