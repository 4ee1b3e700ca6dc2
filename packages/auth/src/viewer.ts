import { schema } from '@hansa/db'
import type { MemberViewer, Scope } from '@hansa/domain/permissions'
import { and, eq } from 'drizzle-orm'
import { useApiToken } from './api-tokens.ts'
import type { AuthDeps } from './deps.ts'
import { type Session, useSession } from './lucia.ts'

type Deps = Pick<AuthDeps, 'db' | 'clock'>

const { member, affiliation } = schema

const readViewer = async (
  { db }: Deps,
  memberId: string,
  scopes: Scope[] | null,
): Promise<MemberViewer | null> => {
  const [row] = await db
    .select({ isAdministrator: member.isAdministrator })
    .from(member)
    .where(and(eq(member.id, memberId), eq(member.state, 'active')))
  if (!row) return null
  const affiliations = await db.select().from(affiliation).where(eq(affiliation.memberId, memberId))
  return {
    kind: 'member',
    id: memberId,
    isAdministrator: row.isAdministrator,
    affiliations: affiliations.map(({ entryId, function: role, confirmedAt }) => ({
      entryId,
      function: role,
      confirmed: confirmedAt !== null,
    })),
    scopes,
  }
}

/** Who is signed in with the secret of a session; null for nobody. */
export const viewerOfSession = async (
  deps: Deps,
  secret: string,
): Promise<{ viewer: MemberViewer; session: Session } | null> => {
  const session = await useSession(deps, secret)
  const viewer = session && (await readViewer(deps, session.memberId, null))
  return session && viewer ? { viewer, session } : null
}

/** In whose name a program asks with a token; null when the token is worth nothing. */
export const viewerOfToken = async (deps: Deps, token: string): Promise<MemberViewer | null> => {
  const found = await useApiToken(deps, token)
  return found && (await readViewer(deps, found.memberId, found.scopes))
}
