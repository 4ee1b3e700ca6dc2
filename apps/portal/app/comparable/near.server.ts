import { redirect } from '@remix-run/node'
import type { PortalContext } from '../context.ts'
import { href } from '../i18n/locale.ts'
import { type NamedCity, NearCityQuery, NearNamesQuery, NearSearchQuery } from './near.query.ts'

/** The city somebody works in, as far as she said it. */
export interface Near {
  readonly city: NamedCity | null
  /** What was typed, when it names no city or more than one. */
  readonly typed: string
  /** Cities it may mean. */
  readonly candidates: readonly NamedCity[]
  /** Names to choose from, while none is chosen. */
  readonly names: readonly NamedCity[]
}

const longest = 100

const cookieOf = (request: Request): string =>
  /(?:^|;\s*)near=([a-z0-9-]{1,100})/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? ''

/** A `Set-Cookie` value that remembers the city until the browser is closed; without one, it is forgotten. */
export const nearCookie = (slug: string): string =>
  `near=${slug}; Path=/; HttpOnly; SameSite=Lax${slug ? '' : '; Max-Age=0'}`

const fold = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').toLowerCase().trim()

type Found = NamedCity & {
  readonly alternativeNames: readonly string[]
  readonly title: { readonly translations: readonly { readonly value: string }[] }
}

const isCalled = (city: Found, name: string): boolean =>
  [...city.title.translations.map(({ value }) => value), ...city.alternativeNames].some(
    (each) => fold(each) === fold(name),
  )

/**
 * The city an address or the cookie of the visit names. A name that means one city redirects to its slug; what means
 * several is left to the reader. Returns the headers that remember the choice beside it.
 */
export async function loadNear(
  context: Pick<PortalContext, 'execute' | 'locale'>,
  request: Request,
): Promise<{ near: Near; headers: Record<string, string> }> {
  const url = new URL(request.url)
  const said = url.searchParams.get('near')?.trim().slice(0, longest)
  const remembered = cookieOf(request)
  const wanted = said ?? remembered
  const city = wanted ? (await context.execute(NearCityQuery, { slug: wanted })).city : null
  if (city) {
    const headers: Record<string, string> =
      city.slug === remembered ? {} : { 'Set-Cookie': nearCookie(city.slug) }
    return { near: { city, typed: '', candidates: [], names: [] }, headers }
  }
  const candidates = said ? await citiesCalled(context, said) : []
  const [only] = candidates
  if (only && candidates.length === 1) {
    url.searchParams.set('near', only.slug)
    const headers = { 'Set-Cookie': nearCookie(only.slug) }
    throw redirect(`${href(context.locale, url.pathname)}${url.search}`, { headers })
  }
  const { search } = await context.execute(NearNamesQuery, {})
  const names = search.nodes.flatMap((node) => (node.__typename === 'City' ? [node] : []))
  const forget: Record<string, string> =
    remembered && said !== undefined ? { 'Set-Cookie': nearCookie('') } : {}
  return { near: { city: null, typed: said ?? '', candidates, names }, headers: forget }
}

/** Cities of that name; when none is called so, those that are found by it. */
async function citiesCalled(
  { execute }: Pick<PortalContext, 'execute'>,
  name: string,
): Promise<readonly NamedCity[]> {
  const { search } = await execute(NearSearchQuery, { text: name })
  const found = search.edges.flatMap(({ node, reasons }) =>
    node.__typename === 'City' && reasons.some(({ code }) => code === 'TITLE' || code === 'NAME')
      ? [node]
      : [],
  )
  const called = found.filter((city) => isCalled(city, name))
  return called.length > 0 ? called : found.slice(0, 6)
}
