import { z } from 'zod'
import { PartialDate, text, WebAddress } from './fields.ts'
import { LanguageTag } from './text.ts'

/** A place where a statement of an entry can be checked: a document with its section, or a page that was read. */
export const Source = z.strictObject({
  citation: z.string().trim().min(1).max(500),
  section: z.string().trim().max(300).optional(),
  url: WebAddress.optional(),
  accessed: PartialDate.optional(),
})
export type Source = z.infer<typeof Source>

/** Where a record came from; `system` and `id` together name it for ever. */
export const Provenance = z.strictObject({
  system: z.string().min(1).max(100),
  id: z.string().min(1).max(200),
  harvested: PartialDate.optional(),
})
export type Provenance = z.infer<typeof Provenance>

/** `staged`: written by an import that is not finished; nobody sees it, and it goes when the import does not come about. */
export const entryStates = ['staged', 'draft', 'published', 'archived'] as const
export type EntryState = (typeof entryStates)[number]

/** The states of entries that anybody may be shown. */
export type ShownState = Exclude<EntryState, 'staged'>

/** How much an entry tells: a full fiche, a short record, or no more than that a source mentions it. */
export const coverages = ['full', 'short', 'mention'] as const
export type Coverage = (typeof coverages)[number]

/** A URL-safe name for people: lower-case letters, digits and hyphens. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'may hold only a–z, 0–9 and single hyphens')
  .max(80)

/** What every public entry has, whatever its kind. Spread into each kind's schema. */
export const entryFields = {
  slug: Slug.optional(),
  title: text(200),
  summary: text(1200).optional(),
  contentLanguage: LanguageTag.default('en'),
  licence: z.string().max(60).default('CC-BY-4.0'),
  coverage: z.enum(coverages).default('full'),
  provenance: Provenance,
  sources: z.array(Source).max(50).default([]),
  identifiers: z
    .array(z.strictObject({ scheme: z.string().max(60), value: z.string().max(200) }))
    .max(30)
    .default([]),
  alternativeNames: z.array(z.string().max(200)).max(120).default([]),
  lastConfirmedAt: z.iso.date().optional(),
  confirmationDueAt: z.iso.date().optional(),
}

export const entryFieldNames = Object.keys(entryFields) as (keyof typeof entryFields)[]

export const freshnesses = ['confirmed', 'due', 'overdue', 'unconfirmed'] as const
export type Freshness = (typeof freshnesses)[number]

const dayMs = 86_400_000

/**
 * How fresh an entry is on a day: `unconfirmed` when nobody responsible has confirmed it yet, `due` from 30 days before
 * the confirmation date (the first reminder), `overdue` after it (domain rules, section 4).
 */
export const freshnessOf = (
  entry: { lastConfirmedAt?: string | null; confirmationDueAt?: string | null },
  today: Date,
): Freshness => {
  if (!entry.lastConfirmedAt) return 'unconfirmed'
  const due = entry.confirmationDueAt ? Date.parse(entry.confirmationDueAt) : Number.POSITIVE_INFINITY
  if (today.getTime() >= due + dayMs) return 'overdue'
  return today.getTime() >= due - 30 * dayMs ? 'due' : 'confirmed'
}

/** When an entry confirmed on a day is due again: after 12 months, after 24 when what it describes has ended. */
export const confirmationDue = (confirmedAt: string, ended: boolean): string => {
  const due = new Date(`${confirmedAt}T00:00:00Z`)
  due.setUTCFullYear(due.getUTCFullYear() + (ended ? 2 : 1))
  return due.toISOString().slice(0, 10)
}
