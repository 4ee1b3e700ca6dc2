import { storageOf } from '@hansa/domain/fields'
import { kindNames, kindOfId } from '@hansa/domain/kind'
import { registry } from '@hansa/domain/registry'
import type { LocalizedText } from '@hansa/domain/text'
import { hasMatch, type ReadText, readText } from '@hansa/search'
import type { ConceptRow } from '../concept/concept.loaders.ts'
import { conceptWords } from '../concept/concept.search.ts'
import type { Context } from '../context.ts'
import type { EntryRow } from '../entry/entry.types.ts'
import type { Heading } from '../entry/heading.loaders.ts'
import { textFor } from '../graphql/text.ts'
import { memoryIn } from '../kept.ts'
import { countryOf } from '../practice/practice.service.ts'
import type { Matcher } from './search-match.ts'

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

type Reading = Pick<Context, 'loaders' | 'languages' | 'kept'>

/** Whether a text has one of the words that were found. */
type Matches = (text: string) => boolean

/**
 * What hits that stand on the same terms share: how to tell a match, and what was told already of concepts and linked
 * entries, by id, because hit after hit names the same ones.
 */
export type Told = { matcher: Matcher; reasons: Map<string, Reason | null> }

const tellOnce = (told: Told, id: string, tell: () => Reason | null): Reason | null => {
  const known = told.reasons.get(id)
  if (known !== undefined) return known
  const reason = tell()
  told.reasons.set(id, reason)
  return reason
}

// What concepts and linked entries are called is looked through for hit after hit; their words are cut once. The terms of
// a text never change: the kinds only say when it is time to begin with an empty memory.
const namedKinds = [
  'concept',
  'city',
  'country',
  'network',
  'organisation',
  'framework',
  'component',
] as const

const matchesName = async ({ kept }: Reading, { isMatch }: Matcher): Promise<Matches> => {
  const known = await memoryIn<ReadText>(kept, 'words of names', namedKinds)
  return (text) => {
    const words = known.get(text) ?? readText(text)
    known.set(text, words)
    return hasMatch(words, isMatch)
  }
}

const anyText = (texts: LocalizedText, matches: Matches): boolean =>
  Object.values(texts).some(({ text }) => matches(text))

const label = (ctx: Reading, text: LocalizedText): string => textFor(ctx, text)?.text ?? ''

const conceptReason = (
  ctx: Reading,
  concept: ConceptRow,
  { named }: Matcher,
  matches: Matches,
): Reason | null => {
  const text = label(ctx, concept.labels)
  if (named.has(concept.id) || matches(text)) return { code: 'concept', text }
  return conceptWords(concept).some(matches) ? { code: 'synonym', text } : null
}

const conceptReasons = async (
  ctx: Reading,
  row: EntryRow,
  told: Told,
  matches: Matches,
): Promise<Reason[]> => {
  const named = await ctx.loaders.namedConcepts.load(row.id)
  const ids = [...new Set(named.map(({ conceptId }) => conceptId))]
  const concepts = await ctx.loaders.concept.loadMany(ids)
  return concepts.flatMap((concept) => {
    if (concept instanceof Error) throw concept
    return concept
      ? (tellOnce(told, concept.id, () => conceptReason(ctx, concept, told.matcher, matches)) ?? [])
      : []
  })
}

const referenceFields = new Map(
  kindNames.map((kind) => [
    kind,
    Object.entries(storageOf(registry[kind])).flatMap(([field, storage]) =>
      storage.store === 'column' && storage.ref ? [field] : [],
    ),
  ]),
)

const referredIds = (row: EntryRow): string[] =>
  (referenceFields.get(row.kind) ?? []).flatMap((field) => {
    const value: unknown = Reflect.get(row, field)
    return typeof value === 'string' ? [value] : []
  })

const codeOf = (id: string): ReasonCode => {
  const kind = kindOfId(id)
  if (kind === 'city' || kind === 'country') return 'place'
  return kind === 'organisation' || kind === 'network' ? 'organisation' : 'entry'
}

const linkReason = (ctx: Reading, other: Heading, { named }: Matcher, matches: Matches): Reason | null =>
  named.has(other.id) || anyText(other.title, matches) || other.alternativeNames.some(matches)
    ? { code: codeOf(other.id), text: label(ctx, other.title) }
    : null

const linkReasons = async (ctx: Reading, row: EntryRow, told: Told, matches: Matches): Promise<Reason[]> => {
  const links = await ctx.loaders.links.load(row.id)
  const country = row.kind === 'practice' ? await countryOf(ctx, row) : null
  const ids = new Set([
    ...referredIds(row),
    ...links.map((link) => link.toId),
    ...(country ? [country.id] : []),
  ])
  const linked = await ctx.loaders.heading.loadMany([...ids])
  return linked.flatMap((other) => {
    if (other instanceof Error) throw other
    return other ? (tellOnce(told, other.id, () => linkReason(ctx, other, told.matcher, matches)) ?? []) : []
  })
}

/** Whether a title names what was searched for; asked of an entry's own titles only, for it takes the text apart. */
const isNamedIn = (row: EntryRow, { namesIn }: Matcher): boolean =>
  Object.entries(row.title).some(([language, { text }]) => namesIn(row, text, language).length > 0)

const ownReasons = (ctx: Reading, row: EntryRow, matcher: Matcher): Reason[] => {
  const { texts, isMatch, named } = matcher
  const matches: Matches = (text) => hasMatch(texts.wordsOf(row, text), isMatch)
  if (named.has(row.id) || anyText(row.title, matches) || isNamedIn(row, matcher))
    return [{ code: 'title', text: label(ctx, row.title) }]
  const identifiers = row.identifiers.map((identifier) => identifier.value)
  const name = [...row.alternativeNames, ...identifiers, row.slug, row.id].find(matches)
  return name === undefined ? [] : [{ code: 'name', text: name }]
}

/**
 * Why an entry was found: title or name first, then its concepts and what it is linked to; its own text when nothing
 * else tells. Empty when nothing was searched for.
 */
export const reasonsOf = async (ctx: Reading, row: EntryRow, told: Told): Promise<Reason[]> => {
  const matches = await matchesName(ctx, told.matcher)
  const [concepts, links] = await Promise.all([
    conceptReasons(ctx, row, told, matches),
    linkReasons(ctx, row, told, matches),
  ])
  const reasons = [...ownReasons(ctx, row, told.matcher), ...concepts, ...links].toSorted(
    (a, b) => weights.indexOf(a.code) - weights.indexOf(b.code),
  )
  return reasons.length > 0 ? reasons.slice(0, 5) : [{ code: 'text', text: null }]
}
