import type { PortalContext } from '../context.ts'
import { asMember } from './as-member.server.ts'
import { DirectoryChoicesQuery, DirectoryQuery, NamedCityQuery } from './directory.query.ts'
import { levels, offers, oneOf } from './spoken-languages.ts'

const names = ['q', 'area', 'language', 'level', 'city', 'network', 'offer', 'after'] as const

/** What the address of the directory says. */
export type DirectoryParams = Readonly<Record<(typeof names)[number], string>>

const readParams = (url: URL): DirectoryParams =>
  Object.fromEntries(
    names.map((name) => [name, (url.searchParams.get(name) ?? '').trim().slice(0, 200)]),
  ) as DirectoryParams

/** A page of the directory as an address asks for it. A city is named in words; one that is not found is said so. */
export async function loadDirectory(context: PortalContext, request: Request) {
  const url = new URL(request.url)
  const params = readParams(url)
  const choices = await context.executeShared(DirectoryChoicesQuery, {})
  const named = params.city
    ? (await context.execute(NamedCityQuery, { text: params.city })).search.nodes[0]
    : undefined
  const isLanguage = /^[a-z]{2,3}$/.test(params.language)
  const filter = {
    text: params.q,
    expertise: params.area || null,
    language: isLanguage ? params.language : null,
    level: isLanguage ? (oneOf(levels, params.level) ?? null) : null,
    city: named?.id ?? null,
    network: params.network || null,
    offer: oneOf(offers, params.offer) ?? null,
  }
  const { directory } = await asMember(context, `${url.pathname}${url.search}`, () =>
    context.execute(DirectoryQuery, { filter, after: params.after || null }),
  )
  const unknownCity = params.city !== '' && !named
  return { params, choices, directory, unknownCity, city: named?.title.value ?? '' }
}
