import type { Control } from '@hansa/domain/control'
import type { FicheField } from '@hansa/domain/fiche'
import { type Kind, kinds } from '@hansa/domain/kind'
import type { PortalContext } from '../context.ts'
import type { VariablesOf } from '../graphql.ts'
import type { Found, Option } from './form-context.tsx'
import { controlAt } from './problem-words.ts'
import { askedField, findField } from './values.ts'
import { FindQuery } from './writing.query.ts'

const longest = 200

type EntryKinds = NonNullable<VariablesOf<typeof FindQuery>['kinds']>

export const isKind = (name: string): name is Kind => Object.hasOwn(kinds, name)

/** Entries of a kind that some words may mean, each with what tells it from its namesakes. */
export async function findEntries(
  { execute }: Pick<PortalContext, 'execute'>,
  kind: Kind,
  text: string,
): Promise<readonly Option[]> {
  const words = text.trim().slice(0, longest)
  if (words === '') return []
  const wanted = [kind.replaceAll('-', '_').toUpperCase()] as EntryKinds
  const { search } = await execute(FindQuery, { text: words, kinds: wanted })
  return search.nodes.map((node) => ({
    id: node.id,
    label: node.title.value,
    language: node.title.language,
    detail: detailOf(node),
  }))
}

interface Placed {
  readonly region?: string | null
  readonly country?: { readonly title: { readonly value: string } } | null
  readonly city?: { readonly title: { readonly value: string } } | null
}

const detailOf = (node: object): string => {
  const { region, country, city }: Placed = node
  return [city?.title.value, region, country?.title.value].filter(Boolean).join(', ')
}

/** The kind of entry that is asked for at a path; null where none is. */
const kindAsked = (kind: Parameters<typeof controlAt>[0], path: string): Kind | null => {
  const control: Control | null = controlAt(kind, path)
  const one = control?.type === 'list' ? control.of : control
  return one?.type === 'entry' ? one.kind : null
}

/** Places of a form where words were typed to find something, and nobody looked yet. */
function* unlookedAt(form: FormData, fields: readonly FicheField[]): Generator<string> {
  const keys = new Set(fields.map(({ key }) => key))
  for (const [name, value] of form) {
    if (!name.endsWith('.find') || typeof value !== 'string' || value.trim() === '') continue
    const path = name.slice(0, -'.find'.length)
    if (keys.has(path.split('.')[0] ?? '') && form.get(askedField(path)) !== value) yield path
  }
}

const mostAtOnce = 5

/** What was looked for in a form: at one place, or wherever words were typed that nothing was chosen for. */
export async function findInForm(
  context: Pick<PortalContext, 'execute'>,
  kind: Parameters<typeof controlAt>[0],
  form: FormData,
  fields: readonly FicheField[],
  only?: string,
): Promise<Readonly<Record<string, Found>>> {
  const paths = only === undefined ? [...unlookedAt(form, fields)].slice(0, mostAtOnce) : [only]
  const found = paths.map(async (path) => {
    const asked = kindAsked(kind, path)
    const text = String(form.get(findField(path)) ?? '').trim()
    return [path, { text, options: asked ? await findEntries(context, asked, text) : [] }] as const
  })
  return Object.fromEntries(await Promise.all(found))
}
