import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Db } from '@hansa/db'
import { schema } from '@hansa/db'
import { isIdOf } from '@hansa/domain/id'
import { memberPrefix } from '@hansa/domain/member'
import { newsSorts, type StopThing } from '@hansa/domain/notification'
import { eq } from 'drizzle-orm'

/*
 * Who holds a link can stop that one thing for that one member and nothing else. It is no secret of the instance that signs it but one of
 * the member’s own, so it is good for as long as she is a member, and nothing is kept for each letter.
 */

const sign = (secret: string, member: string, { stops, id }: StopThing): string =>
  createHmac('sha256', secret).update(`${member}\n${stops}\n${id}`).digest('base64url').slice(0, 24)

/** What a link of a letter carries. */
export const stopToken = (secret: string, member: string, thing: StopThing): string =>
  [member, thing.stops, thing.id, sign(secret, member, thing)].join('.')

const thingOf = (stops: string, id: string): StopThing | null => {
  if (stops === 'watch' && isIdOf('wtch', id)) return { stops, id }
  const sort = newsSorts.find((one) => one === id)
  if (stops === 'sort' && sort) return { stops, id: sort }
  if (stops === 'digest' && (id === 'daily' || id === 'weekly')) return { stops, id }
  return null
}

/** Whose letters a link stops, and which; null for a link that we did not write, or whose member is gone. */
export const readStopToken = async (
  db: Db,
  token: string,
): Promise<{ member: string; thing: StopThing } | null> => {
  const [member = '', stops = '', id = '', mac = ''] = token.slice(0, 200).split('.')
  const thing = thingOf(stops, id)
  if (!thing || !isIdOf(memberPrefix, member)) return null
  const [row] = await db
    .select({ secret: schema.letterChoice.stopSecret })
    .from(schema.letterChoice)
    .where(eq(schema.letterChoice.memberId, member))
  if (!row) return null
  const [given, right] = [Buffer.from(mac), Buffer.from(sign(row.secret, member, thing))]
  return given.length === right.length && timingSafeEqual(given, right) ? { member, thing } : null
}
