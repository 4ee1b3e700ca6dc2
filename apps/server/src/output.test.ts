import { NotFound } from '@hansa/domain/errors'
import { expect, test } from 'vitest'
import { createLog } from './log.ts'
import { createOutput } from './output.ts'
import { createProgress } from './progress.ts'

const now = () => new Date('2026-11-22T12:00:00Z')

function record(isTTY: boolean, format: 'text' | 'json' = 'text') {
  let written = ''
  const output = createOutput({ isTTY, write: (text) => (written += text) }, format)
  return { output, log: createLog(output, { level: 'info', now }), written: () => written }
}

test('a program gets one JSON object per line', () => {
  const { log, written } = record(false, 'json')
  log.info({ port: 3000n, message: 'not this one' }, 'listening\nhere')
  expect(written().trim().split('\n')).toHaveLength(1)
  expect(JSON.parse(written())).toMatchObject({
    time: '2026-11-22T12:00:00.000Z',
    level: 'info',
    port: '3000',
  })
})

test('a field cannot pass for the words, the level or the time of an event', () => {
  const { log, written } = record(false, 'json')
  log.warn({ message: 'forged', level: 'info', time: 'never' }, 'slow request')
  expect(JSON.parse(written())).toMatchObject({ message: 'slow request', level: 'warn' })
  expect(written()).not.toContain('never')
})

test('people get words, and levels only when something is wrong', () => {
  const { log, written } = record(false)
  log.debug({}, 'unseen')
  log.info({}, 'Hansa is ready')
  log.error({ error: new NotFound('The page') }, 'failed')
  expect(written()).toBe(
    'Hansa is ready\nerror: failed {"error":{"code":"NOT_FOUND","message":"The page was not found."}}\n',
  )
})

test('a fault is logged with its stack and its cause', () => {
  const { log, written } = record(false, 'json')
  log.error({ error: new Error('outside', { cause: new Error('inside') }) }, 'failed')
  expect(JSON.parse(written()).error).toMatchObject({
    stack: expect.stringContaining('output.test.ts'),
    cause: { message: 'inside' },
  })
})

test('in a file a step is one line, without escape codes', async () => {
  const { output, log, written } = record(false)
  const result = await createProgress(output, log).step('Loading the seed', async (advance) => {
    for (let i = 1; i <= 100; i++) advance(i, 100)
    return 7
  })
  expect(result).toBe(7)
  expect(written()).toBe('Loading the seed…\n')
})

test('on a terminal a step counts in place and log lines stay above it', async () => {
  const { output, log, written } = record(true)
  await createProgress(output, log).step('Loading the seed', async (advance) => {
    advance(1, 2)
    log.warn({}, 'slow')
    advance(2, 2)
  })
  const screen = written()
    .split('\n')
    .map((line) => line.split('\r\x1b[2K').at(-1))
  expect(screen).toEqual(['warn: slow', 'Loading the seed… 2 of 2', ''])
})

test('a step that fails leaves the line clean', async () => {
  const { output, log, written } = record(true)
  const work = createProgress(output, log).step('Opening', () => Promise.reject(new Error('no')))
  await expect(work).rejects.toThrow('no')
  expect(written().endsWith('Opening…\n')).toBe(true)
})
