import type { EntryPage, GivenText } from './entry.fields.ts'

/** A text as the API gives it. */
export function text(value: string, language = 'en'): GivenText {
  return { value, language, origin: 'HUMAN' }
}

/** A record of which nothing is known but what must be. */
export const entry: Omit<EntryPage, '__typename'> = {
  id: 'prac_7f3k2',
  kind: 'PRACTICE',
  slug: 'one-room',
  path: '/practices/one-room',
  url: 'https://hansa.test/practices/one-room',
  title: text('One room for the first school day'),
  summary: null,
  told: null,
  alternativeNames: [],
  contentLanguage: 'en',
  coverage: 'FULL',
  freshness: 'UNCONFIRMED',
  licence: 'CC-BY-4.0',
  identifiers: [],
  lastConfirmedAt: null,
  confirmationDueAt: null,
  isFeatured: false,
  history: [],
  updatedAt: '2026-11-22T13:00:00.000Z',
  provenance: { system: 'test', id: '1', harvested: '2026-11-22' },
  sources: [],
  attachments: [],
}
