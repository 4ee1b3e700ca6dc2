import { redirect } from '@remix-run/node'
import type { PortalContext } from '../context.ts'
import { href } from '../i18n/locale.ts'
import { type NamedCity, NearCityQuery, NearNamesQuery, NearSearchQuery } from './near.query.ts'
import { nearCookie, rememberedNear } from './near-cookie.ts'

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
  context: Pick<PortalContext, 'execute' | 'executeShared' | 'locale'>,
  request: Request,
): Promise<{ near: Near; headers: Record<string, string> }> {
  const url = new URL(request.url)
  const said = url.searchParams.get('near')?.trim().slice(0, longest)
  const remembered = rememberedNear(request)
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
  const { search } = await context.executeShared(NearNamesQuery, {})
  const names = search.nodes.flatMap((node) => (node.__typename === 'City' ? [node] : []))
  const forget: Record<string, string> =
    remembered && said !== undefined ? { 'Set-Cookie': nearCookie('') } : {}
  return { near: { city: null, typed: said ?? '', candidates, names }, headers: forget }
}

const most = 12

/** Whether what was typed after the name, "Illinois" or "United States", is where the city lies. */
const liesIn = ({ region, country }: Found, parts: readonly string[]): boolean => {
  const places = [region, country?.title.value, country?.code].map((place) => fold(place ?? ''))
  return parts.every((part) => places.includes(fold(part)))
}

/**
 * Cities of that name, the largest first, told apart by what follows it ("Springfield, Ohio"); when none is called so, those
 * that are found by it.
 */
async function citiesCalled(
  { execute }: Pick<PortalContext, 'execute'>,
  typed: string,
): Promise<readonly NamedCity[]> {
  const [name = '', ...parts] = typed.split(',')
  const { search } = await execute(NearSearchQuery, { text: name })
  const found = search.edges.flatMap(({ node, reasons }) =>
    node.__typename === 'City' && reasons.some(({ code }) => code === 'TITLE' || code === 'NAME')
      ? [node]
      : [],
  )
  const called = found
    .filter((city) => isCalled(city, name) && liesIn(city, parts))
    .sort((a, b) => (b.population ?? 0) - (a.population ?? 0))
  return called.length > 0 ? called.slice(0, most) : found.slice(0, 6)
}
