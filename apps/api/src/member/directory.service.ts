import { schema } from '@hansa/db'
import { isEntryId } from '@hansa/domain/id'
import { type Kind, kindOfId } from '@hansa/domain/kind'
import { parse } from '@hansa/domain/parse'
import { authorize, type Viewer } from '@hansa/domain/permissions'
import { isExpertise, languageLevels, levelsFrom, offers } from '@hansa/domain/profile'
import { sortKeyOf } from '@hansa/domain/slug'
import { LanguageTag } from '@hansa/domain/text'
import { and, count, eq, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { isCurrent } from '../affiliation/affiliation.rows.ts'
import type { Context } from '../context.ts'
import { cursorOf, positionOf } from '../entry/entry.cursor.ts'
import { type Page, type PageArgs, sizeOf } from '../graphql/connection.ts'
import {
  fieldVisible,
  memberVisible,
  profileColumns,
  type ShownMember,
  shownTo,
} from './profile.visibility.ts'

const { member, profile } = schema

const idOf = (kind: Kind) =>
  z.string().refine((id) => isEntryId(id) && kindOfId(id) === kind, `is not the id of a ${kind}`)

/** What members can be found by; everything given must hold. */
export const DirectoryFilter = z.strictObject({
  /** Words of the name or the position. */
  text: z.string().max(200).nullish(),
  /** Id of a policy area, which includes those below it, or of a component. */
  expertise: z.string().refine(isExpertise, 'is neither a policy area nor a component').nullish(),
  /** BCP 47 tag of a language. */
  language: LanguageTag.nullish(),
  /** The least level of that language. */
  level: z.enum(languageLevels).nullish(),
  /** Id of a city: its people, and those of organisations seated there. */
  city: idOf('city').nullish(),
  /** Id of a network: its people, and those of its members. */
  network: idOf('network').nullish(),
  offer: z.enum(offers).nullish(),
})
export type DirectoryFilter = z.infer<typeof DirectoryFilter>

const affiliatedWith = (place: SQL): SQL =>
  sql`exists (select from affiliation a where a.member_id = ${member.id} and a.confirmed_at is not null and ${place})`

const words = (viewer: Viewer, text: string): SQL[] =>
  sortKeyOf(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      // A folded word holds letters and digits alone: nothing in it is a wildcard.
      const pattern = `%${word}%`
      const inName = sql`${profile.sortKey} like ${pattern}`
      const inPosition = and(sql`${profile.positionKey} like ${pattern}`, fieldVisible(viewer, 'position'))
      return or(inName, inPosition) ?? inName
    })

const speaks = (language: string, levels: readonly string[]): SQL =>
  sql`exists (select from jsonb_array_elements(${profile.languages}) spoken where spoken ->> 'language' = ${language} and spoken ->> 'level' = any(${sql.param([...levels])}))`

const knows = (id: string): SQL =>
  sql`exists (select from jsonb_array_elements_text(${profile.expertise}) known where known = ${id} or known in (select c.id from concept c where c.broader = ${id}))`

const inCity = (id: string): SQL =>
  affiliatedWith(
    sql`(a.entry_id = ${id} or exists (select from organisation o where o.id = a.entry_id and o.city_id = ${id}))`,
  )

const inNetwork = (id: string): SQL =>
  affiliatedWith(
    sql`(a.entry_id = ${id} or exists (select from membership m where m.network_id = ${id} and m.member_id = a.entry_id and ${isCurrent(sql`m.until`)}))`,
  )

/** The conditions of a filter, each joined with whether the viewer may see the field it looks at. */
const conditions = (viewer: Viewer, filter: DirectoryFilter): (SQL | undefined)[] => {
  const { text, expertise, language, level, city, network, offer } = filter
  return [
    memberVisible(viewer),
    ...words(viewer, text ?? ''),
    expertise ? and(fieldVisible(viewer, 'expertise'), knows(expertise)) : undefined,
    language
      ? and(fieldVisible(viewer, 'languages'), speaks(language, level ? levelsFrom(level) : languageLevels))
      : undefined,
    city ? and(fieldVisible(viewer, 'affiliations'), inCity(city)) : undefined,
    network ? and(fieldVisible(viewer, 'affiliations'), inNetwork(network)) : undefined,
    offer
      ? and(fieldVisible(viewer, 'offers'), sql`${profile.offers} @> ${JSON.stringify([offer])}::jsonb`)
      : undefined,
  ]
}

/**
 * A page of the members who fit a filter and show themselves to the viewer, in order of their names.
 * @throws Unauthenticated, Forbidden; InvalidInput for a filter, a size out of bounds or a foreign cursor
 */
export const listDirectory = (
  ctx: Pick<Context, 'db' | 'viewer' | 'limits'>,
  input: object,
  args: PageArgs,
): Page<ShownMember> => {
  const { db, viewer } = ctx
  authorize(viewer, 'directory.read')
  const filter = parse(DirectoryFilter, input)
  const size = sizeOf(args, ctx)
  const after = args.after == null ? null : positionOf(args.after)
  const where = and(...conditions(viewer, filter))
  const order = sql`${profile.sortKey} collate "C"`
  const read = async () => {
    const from = after ? sql`(${order}, ${member.id}) > (${after.sortKey}, ${after.id})` : undefined
    const rows = await db
      .select(profileColumns)
      .from(member)
      .innerJoin(profile, eq(profile.memberId, member.id))
      .where(and(where, from))
      .orderBy(order, member.id)
      .limit(size + 1)
    const page = rows.slice(0, size)
    return {
      nodes: page.map((row) => shownTo(viewer, row)),
      cursors: page.map((row) => cursorOf({ sortKey: row.profile.sortKey, id: row.id })),
      hasNextPage: rows.length > size,
      hasPreviousPage: after !== null,
    }
  }
  const total = async () => {
    const [row] = await db
      .select({ count: count() })
      .from(member)
      .innerJoin(profile, eq(profile.memberId, member.id))
      .where(where)
    return row?.count ?? 0
  }
  let items: ReturnType<typeof read> | undefined
  return {
    items: () => {
      items ??= read()
      return items
    },
    total,
  }
}
