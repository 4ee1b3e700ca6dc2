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
  ['API_URL', 'http://localhost:4000'],
])('%s=%s is refused in one sentence that names it', (name, value) => {
  const read = () => readEnv({ [name]: value })
  expect(read).toThrow(InvalidConfiguration)
  expect(read).toThrow(new RegExp(`^[^\\n]*\\b${name}\\b[^\\n]*\\.$`))
})

test('what may be secret is not repeated in the message', () => {
  expect(() => readEnv({ DATABASE_URL: 'mysql://me:hunter2@host/db' })).toThrow(/^(?!.*hunter2)/)
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
