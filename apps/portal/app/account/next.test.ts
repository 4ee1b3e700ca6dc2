import { expect, test } from 'vitest'
import { afterSignIn, nextOf } from './next.ts'

const requestFor = (next: string) =>
  new Request(`https://hansa.example/sign-in?next=${encodeURIComponent(next)}`)

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  '/%0d%0aSet-Cookie: x',
  '/\r\nLocation: https://evil.example',
  'evil.example',
  '',
])('signing in never leads to %j', (next) => {
  const target = new URL(afterSignIn('en', 'DONE', nextOf(requestFor(next))), 'https://hansa.example')
  expect(target.origin).toBe('https://hansa.example')
  expect(target.href).not.toMatch(/[\r\n]/)
})

test('signing in leads to where the visitor was going, or to her account', () => {
  expect(afterSignIn('fr', 'DONE', nextOf(requestFor('/fr/networks?page=2')))).toBe('/fr/networks?page=2')
  expect(afterSignIn('fr', 'DONE', nextOf(requestFor('')))).toBe('/fr/account')
  expect(afterSignIn('fr', 'SECOND_FACTOR', '/networks')).toBe('/fr/sign-in/code?next=%2Fnetworks')
})
