/** Every kind of public entry: its id prefix and its path in URLs. One noun, one spelling. */
export const kinds = {
  practice: { prefix: 'prac', path: 'practices' },
  city: { prefix: 'city', path: 'cities' },
  country: { prefix: 'ctry', path: 'countries' },
  organisation: { prefix: 'orgn', path: 'organisations' },
  network: { prefix: 'netw', path: 'networks' },
  framework: { prefix: 'fram', path: 'frameworks' },
  component: { prefix: 'comp', path: 'components' },
  project: { prefix: 'proj', path: 'projects' },
  visit: { prefix: 'visi', path: 'visits' },
  event: { prefix: 'evnt', path: 'events' },
  resource: { prefix: 'reso', path: 'resources' },
  'consultative-body': { prefix: 'body', path: 'consultative-bodies' },
} as const

export type Kind = keyof typeof kinds

/** All kinds, in the order in which they are shown. */
export const kindNames = Object.keys(kinds) as Kind[]

const kindByPrefix = new Map<string, Kind>(kindNames.map((kind) => [kinds[kind].prefix, kind]))

/** The kind a public id belongs to, or null when the id has no known prefix. */
export const kindOfId = (id: string): Kind | null => kindByPrefix.get(id.split('_', 1)[0] ?? '') ?? null

/** The path of an entry's page, without origin: `/practices/plan-einstein`. */
export const pathOf = (kind: Kind, slug: string): string => `/${kinds[kind].path}/${slug}`
