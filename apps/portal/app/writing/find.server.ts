import type { Control } from '@hansa/domain/control'
import { type FicheField, isWrittenKind } from '@hansa/domain/fiche'
import { type Kind, kinds } from '@hansa/domain/kind'
import { openStates } from '@hansa/domain/workflow'
import type { PortalContext } from '../context.ts'
import type { VariablesOf } from '../graphql.ts'
import { t } from '../i18n/words.ts'
import type { Found, Option } from './form-context.tsx'
import { controlAt } from './problem-words.ts'
import { askedField, findField } from './values.ts'
import { FindDraftsQuery, FindQuery } from './writing.query.ts'

const longest = 200

type EntryKinds = NonNullable<VariablesOf<typeof FindQuery>['kinds']>

export const isKind = (name: string): name is Kind => Object.hasOwn(kinds, name)

/** What finding needs of a request. */
export type Finding = Pick<PortalContext, 'execute' | 'locale' | 'signedIn'>

type DraftsOf = VariablesOf<typeof FindDraftsQuery>

const open: DraftsOf['states'] = openStates.map(
  (state) => state.toUpperCase() as NonNullable<DraftsOf['states']>[number],
)

/** Drafts of hers that some words may mean. */
async function findDrafts(
  { execute, locale, signedIn }: Finding,
  kind: Kind,
  text: string,
): Promise<readonly Option[]> {
  if (!signedIn || !isWrittenKind(kind)) return []
  const variables = { text, kind: apiName(kind) as DraftsOf['kind'], states: open }
  // Where her session ended meanwhile, the others are found all the same.
  const answer = await execute(FindDraftsQuery, variables).catch(() => null)
  return (answer?.ownWriting.nodes ?? []).flatMap(({ isNew, entryId, title }) =>
    isNew && title
      ? [
          {
            id: entryId,
            label: title.value,
            language: title.language,
            detail: t(locale, 'writing.state_DRAFT'),
          },
        ]
      : [],
  )
}

const apiName = (kind: Kind): string => kind.replaceAll('-', '_').toUpperCase()

/** Entries of a kind that some words may mean, each with what tells it from its namesakes: first the drafts of her who asks. */
export async function findEntries(context: Finding, kind: Kind, text: string): Promise<readonly Option[]> {
  const words = text.trim().slice(0, longest)
  if (words === '') return []
  const wanted = [apiName(kind)] as EntryKinds
  const [drafts, { search }] = await Promise.all([
    findDrafts(context, kind, words),
    context.execute(FindQuery, { text: words, kinds: wanted }),
  ])
  const published = search.nodes.map((node) => ({
    id: node.id,
    label: node.title.value,
    language: node.title.language,
    detail: detailOf(node),
  }))
  return [...drafts, ...published]
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
  context: Finding,
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
