import type { Db } from '@hansa/db'
import type { ImportReason } from '@hansa/domain/import'
import type { Kind } from '@hansa/domain/kind'
import { contentOf, type EntryContent } from '../entry/entry.content.ts'
import { findSlugs } from '../entry/entry.rows.ts'
import { reasonOf } from './import-reader.ts'
import { findGeonames, findNamed, type KnownEntry } from './known-entries.ts'
import { namedBy } from './named-by.ts'

/** An entry as a row would leave it, and what is there of it. */
export type Claim = {
  id: string
  input: Record<string, unknown>
  content: EntryContent
  before: KnownEntry | null
  /** Whether the row itself names an address. */
  saysSlug: boolean
  reasons: ImportReason[]
}

type Known = { slugs: Map<string, string>; named: Set<string>; places: Map<number, string> }

/** What the registry knows of everything that some entries would name or take. */
const readKnown = async (db: Db, kind: Kind, contents: readonly EntryContent[]): Promise<Known> => {
  const slugs = await findSlugs(
    db,
    [kind],
    contents.map(({ entry }) => entry.slug),
  )
  const names = contents.flatMap((content) => namedBy(content).entries.map(({ id }) => id))
  const geonames = contents.flatMap(({ own }) => (typeof own.geonamesId === 'number' ? [own.geonamesId] : []))
  return {
    slugs: new Map(slugs.map(({ slug, id }) => [slug, id])),
    named: await findNamed(db, [...new Set(names)]),
    places: await findGeonames(db, geonames),
  }
}

/** Two things of one name are told apart by the end of their ids; what is there keeps its address. */
const freeSlug = ({ content, before, id }: Claim): string =>
  before?.slug ?? `${content.entry.slug.slice(0, 70).replace(/-+$/, '')}-${id.slice(-5)}`

/**
 * Makes sure that what rows name is there, and that what they take is free: also from earlier rows of the file, whose claims are remembered.
 * Gives each its content, with another address where the one of its title is taken.
 */
export const createClaims = (db: Db, kind: Kind, concepts: ReadonlySet<string>) => {
  const taken = { slugs: new Set<string>(), places: new Set<number>() }

  const checkNames = ({ content, reasons }: Claim, { named }: Known): void => {
    const names = namedBy(content)
    for (const { field, id } of names.entries)
      if (!named.has(id)) reasons.push(reasonOf(field, 'unknown', id))
    for (const { field, id } of names.concepts)
      if (!concepts.has(id)) reasons.push(reasonOf(field, 'unknown', id))
  }

  const takeSlug = (claim: Claim, { slugs }: Known): EntryContent => {
    const { content, id, reasons, saysSlug } = claim
    const { slug } = content.entry
    const owner = slugs.get(slug)
    const isFree = !taken.slugs.has(slug) && (owner === undefined || owner === id)
    if (!isFree && saysSlug) reasons.push(reasonOf('slug', 'taken', slug))
    const own = isFree || saysSlug ? content : contentOf(kind, id, { ...claim.input, slug: freeSlug(claim) })
    taken.slugs.add(own.entry.slug)
    return own
  }

  const takePlace = ({ content, id, reasons }: Claim, { places }: Known): void => {
    const { geonamesId } = content.own
    if (typeof geonamesId !== 'number') return
    const owner = places.get(geonamesId)
    if ((owner !== undefined && owner !== id) || taken.places.has(geonamesId))
      reasons.push(reasonOf('geonamesId', 'taken', String(geonamesId)))
    taken.places.add(geonamesId)
  }

  return async (claims: readonly Claim[]): Promise<Map<Claim, EntryContent>> => {
    const known = await readKnown(
      db,
      kind,
      claims.map(({ content }) => content),
    )
    return new Map(
      claims.map((claim) => {
        checkNames(claim, known)
        takePlace(claim, known)
        return [claim, takeSlug(claim, known)]
      }),
    )
  }
}
