import { schema } from '@hansa/db'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from './testing/world.ts'
import { endTickets, findTicket, issueTicket, sweepTickets, takeTicket, ticketPurposes } from './tickets.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.database.reset())
afterAll(() => world.close())

const stored = () => world.db.select().from(schema.ticket)

test('a ticket is good once, and looking at it does not use it up', async () => {
  const memberId = await world.member()
  const secret = await issueTicket(world, 'change-email', memberId, { email: 'new@example.org' })
  expect(JSON.stringify(await stored())).not.toContain(secret)
  for (let i = 0; i < 2; i++)
    expect(await findTicket(world, 'change-email', secret)).toMatchObject({
      memberId,
      payload: { email: 'new@example.org' },
    })
  expect(await takeTicket(world, 'change-email', secret)).toMatchObject({ memberId })
  expect(await takeTicket(world, 'change-email', secret)).toBeNull()
  expect(await findTicket(world, 'change-email', secret)).toBeNull()
})

test('of several who take a ticket at the same moment one gets it', async () => {
  const secret = await issueTicket(world, 'sign-in', await world.member(), {})
  const taken = await Promise.all(Array.from({ length: 8 }, () => takeTicket(world, 'sign-in', secret)))
  expect(taken.filter((ticket) => ticket !== null)).toHaveLength(1)
})

test('a ticket is worth nothing for another purpose, when it is too old, or once it was ended', async () => {
  const memberId = await world.member()
  const secret = await issueTicket(world, 'sign-in', memberId, {})
  expect(await takeTicket(world, 'reset-password', secret)).toBeNull()
  await endTickets(world, memberId)
  expect(await takeTicket(world, 'sign-in', secret)).toBeNull()
  const later = await issueTicket(world, 'sign-in', memberId, {})
  world.pass(ticketPurposes['sign-in'].life)
  expect(await takeTicket(world, 'sign-in', later)).toBeNull()
  await sweepTickets(world)
  expect(await stored()).toEqual([])
})
