import { storageOf } from '@hansa/domain/fields'
import { kindOfId } from '@hansa/domain/kind'
import { registry } from '@hansa/domain/registry'
import type { LocalizedText } from '@hansa/domain/text'
import type { TermMatcher } from '@hansa/search'
import { conceptWords } from '../concept/concept.search.ts'
import type { Context } from '../context.ts'
import type { EntryRow } from '../entry/entry.types.ts'
import { textFor } from '../graphql/text.ts'
import { countryOf } from '../practice/practice.service.ts'

/** Where what was searched for was found in an entry. */
export const reasonCodes = {
  title: 'In the title; `text` is the title.',
  name: 'In another name or an identifier; `text` is that name.',
  concept: 'In the label of a concept it names; `text` is the label.',
  place: 'In the name of its city or country; `text` is that name.',
  organisation: 'In the name of an organisation or network it is linked to; `text` is that name.',
  synonym: 'In a synonym or translation of a concept it names; `text` is the label of the concept.',
  entry: 'In the title of another entry it is linked to; `text` is that title.',
  text: 'In its own text; the snippet shows where.',
} as const
export type ReasonCode = keyof typeof reasonCodes
const weights = Object.keys(reasonCodes)
export type Reason = { code: ReasonCode; text: string | null }

type Reading = Pick<Context, 'loaders' | 'languages'>

const matches = ({ loaders }: Reading, isMatch: TermMatcher, text: string): boolean =>
  loaders.termsOf(text).some(({ term, original }) => isMatch(term, original))

const anyText = (ctx: Reading, texts: LocalizedText, isMatch: TermMatcher): boolean =>
  Object.values(texts).some(({ text }) => matches(ctx, isMatch, text))

const label = (ctx: Reading, text: LocalizedText): string => textFor(ctx, text)?.text ?? ''

const conceptReasons = async (ctx: Reading, row: EntryRow, isMatch: TermMatcher): Promise<Reason[]> => {
  const named = await ctx.loaders.namedConcepts.load(row.id)
  const ids = [...new Set(named.map(({ conceptId }) => conceptId))]
  const concepts = await Promise.all(ids.map((id) => ctx.loaders.concept.load(id)))
  return concepts.flatMap((concept): Reason[] => {
    if (!concept) return []
    const text = label(ctx, concept.labels)
    if (matches(ctx, isMatch, text)) return [{ code: 'concept', text }]
    return conceptWords(concept).some((other) => matches(ctx, isMatch, other))
      ? [{ code: 'synonym', text }]
      : []
  })
}

const referredIds = (row: EntryRow): string[] =>
  Object.entries(storageOf(registry[row.kind])).flatMap(([field, storage]) => {
    const value: unknown = storage.store === 'column' && storage.ref ? Reflect.get(row, field) : null
    return typeof value === 'string' ? [value] : []
  })

const codeOf = (id: string): ReasonCode => {
  const kind = kindOfId(id)
  if (kind === 'city' || kind === 'country') return 'place'
  return kind === 'organisation' || kind === 'network' ? 'organisation' : 'entry'
}

const linkReasons = async (ctx: Reading, row: EntryRow, isMatch: TermMatcher): Promise<Reason[]> => {
  const links = await ctx.loaders.links.load(row.id)
  const country = row.kind === 'practice' ? await countryOf(ctx, row) : null
  const ids = new Set([
    ...referredIds(row),
    ...links.map((link) => link.toId),
    ...(country ? [country.id] : []),
  ])
  const linked = await Promise.all([...ids].map((id) => ctx.loaders.entry.load(id)))
  return linked.flatMap((other): Reason[] => {
    if (!other) return []
    const found =
      anyText(ctx, other.title, isMatch) || other.alternativeNames.some((name) => matches(ctx, isMatch, name))
    return found ? [{ code: codeOf(other.id), text: label(ctx, other.title) }] : []
  })
}

const ownReasons = (ctx: Reading, row: EntryRow, isMatch: TermMatcher): Reason[] => {
  if (anyText(ctx, row.title, isMatch)) return [{ code: 'title', text: label(ctx, row.title) }]
  const identifiers = row.identifiers.map((identifier) => identifier.value)
  const name = [...row.alternativeNames, ...identifiers, row.slug, row.id].find((other) =>
    matches(ctx, isMatch, other),
  )
  return name === undefined ? [] : [{ code: 'name', text: name }]
}

/**
 * Why an entry was found: title or name first, then its concepts and what it is linked to; its own text when nothing
 * else tells. Empty when nothing was searched for.
 */
export const reasonsOf = async (ctx: Reading, row: EntryRow, isMatch: TermMatcher): Promise<Reason[]> => {
  const [concepts, links] = await Promise.all([
    conceptReasons(ctx, row, isMatch),
    linkReasons(ctx, row, isMatch),
  ])
  const reasons = [...ownReasons(ctx, row, isMatch), ...concepts, ...links].toSorted(
    (a, b) => weights.indexOf(a.code) - weights.indexOf(b.code),
  )
  return reasons.length > 0 ? reasons.slice(0, 5) : [{ code: 'text', text: null }]
}
