import { schema } from '@hansa/db'
import { InvalidInput } from '@hansa/domain/errors'
import { fieldsOf, keptOf, type WrittenKind } from '@hansa/domain/fiche'
import { pathOf } from '@hansa/domain/kind'
import { can, type Subject, type Viewer } from '@hansa/domain/permissions'
import { eq, getTableColumns } from 'drizzle-orm'
import { isDescribed, listAttachments } from '../attachment/attachment.rows.ts'
import { loadConcepts } from '../concept/concept.reader.ts'
import type { Context } from '../context.ts'
import { wholeEntries } from '../entry/entry.columns.ts'
import { contentOf, type EntryContent } from '../entry/entry.content.ts'
import { loadByIds } from '../entry/entry.loaders.ts'
import type { EntryRow } from '../entry/entry.types.ts'
import { draftSlugOf, ownFacts, writable } from './draft-entry.ts'
import { mergeWith, readInput, readPublished } from './published.ts'
import type { Content } from './revision.content.ts'
import { findRevision, kindOf, type RevisionRow, revisionSubject } from './revision.rows.ts'

const { competence, entry, figure } = schema

/** Whoever may read what is written of an entry sees its page with that, whatever state the entry is in. */
const reading: Viewer = { kind: 'system', name: 'preview' }

const attempted = (kind: WrittenKind, id: string, input: Content): EntryContent | null => {
  try {
    return contentOf(kind, id, input)
  } catch (error) {
    if (error instanceof InvalidInput) return null
    throw error
  }
}

/**
 * The entry as publishing the revision would make it. What is not right yet stays as it was, and so does all of it that was taken
 * out where too little is left.
 */
const contentWith = async (ctx: Context, row: RevisionRow, slug: string): Promise<EntryContent | null> => {
  const kind = kindOf(row)
  const id = row.entryId
  const before = (await readInput(ctx.db, id)) ?? {}
  const { merged } = mergeWith(kind, row, await readPublished(ctx.db, row))
  const right = await writable(ctx, kind, merged)
  const wrong = fieldsOf(kind).flatMap(({ key }) => (key in merged && !(key in right) ? [key] : []))
  const stays = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, before[key]]))
  const own = { ...ownFacts(id), ...stays([...keptOf(kind), ...wrong]), ...right, slug }
  return attempted(kind, id, own) ?? attempted(kind, id, { ...before, ...own })
}

/** What stands in a row of a table; what was not given is null, as it is when it is read. */
const rowsOf = <Row>(table: Parameters<typeof getTableColumns>[0], given: readonly object[]): Row[] => {
  const empty = Object.fromEntries(Object.keys(getTableColumns(table)).map((key) => [key, null]))
  return given.map((row) => ({ ...empty, ...row }) as Row)
}

/**
 * Tells the loaders of this request, and nothing that outlives it, what an entry says: all that is read of it afterwards is that. What
 * others say of the entry, and what is computed from many entries, is read as it is.
 */
const prime = async (ctx: Context, row: EntryRow, content: EntryContent): Promise<void> => {
  const { loaders } = ctx
  const { id, concepts, links, children } = content
  const { slug, title, alternativeNames } = row
  const { latitude, longitude } = row.kind === 'city' ? row : { latitude: null, longitude: null }
  const heading = { id, kind: row.kind, slug, title, alternativeNames, code: null, latitude, longitude }
  loaders.shownEntry.clear(id).prime(id, row)
  loaders.entry.clear(id).prime(id, row)
  loaders.heading.clear(id).prime(id, heading)
  loaders.links.clear(id).prime(id, links)
  loaders.namedConcepts.clear(id).prime(id, concepts)
  loaders.figures.clear(id).prime(id, rowsOf(figure, children.figure))
  loaders.competences.clear(id).prime(id, rowsOf(competence, children.competence))
  for (const { key: field } of fieldsOf(kindOf({ entryId: id }))) {
    const named = concepts.filter((one) => one.field === field).map(({ conceptId }) => conceptId)
    const key = { entryId: id, field }
    loaders.shownConceptsOf.clear(key).prime(key, await loadConcepts(ctx, named))
  }
}

/** What it shows once it is published, as far as the viewer may see that already. */
const primeAttachments = async ({ db, loaders, viewer }: Context, id: string, at: Subject): Promise<void> => {
  if (!can(viewer, 'file.read', at)) return
  const described = (await listAttachments(db, id)).filter(isDescribed)
  loaders.publicAttachments.clear(id).prime(id, described)
}

/**
 * The entry of a revision as it would be if that were published now, for whoever may read the revision: until the request ends, the
 * entry reads like that everywhere. Null for everybody else, and for what cannot be shown.
 */
export const previewEntry = async (ctx: Context, revisionId: string): Promise<EntryRow | null> => {
  const revision = await findRevision(ctx.db, revisionId)
  const subject = await revisionSubject(ctx.db, revision)
  if (!revision || !can(ctx.viewer, 'revision.read', subject)) return null
  const [stored] = await loadByIds({ ...ctx, viewer: reading }, wholeEntries, [revision.entryId])
  if (!stored) return null
  const content = await contentWith(ctx, revision, stored.slug)
  if (!content) return null
  const row = { ...stored, ...content.entry, ...content.own } as EntryRow
  await prime(ctx, row, content)
  await primeAttachments(ctx, row.id, subject)
  return row
}

/** The path of the page that shows an entry as a revision says it, whatever state the entry is in. */
export const previewPathOf = async (
  { db }: Pick<Context, 'db'>,
  row: Pick<RevisionRow, 'id' | 'entryId'>,
): Promise<string> => {
  const [found] = await db.select({ slug: entry.slug }).from(entry).where(eq(entry.id, row.entryId))
  return `${pathOf(kindOf(row), found?.slug ?? draftSlugOf(row.entryId))}?revision=${row.id}`
}
