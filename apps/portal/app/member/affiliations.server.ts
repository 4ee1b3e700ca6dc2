import { type Answer, submit, textOf } from '../account/submit.server.ts'
import { problem } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import { href } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import type { FieldProblem } from '../ui/error-summary.tsx'
import {
  type Affiliations,
  AffiliationsQuery,
  ConfirmMutation,
  EndMutation,
  HandOverMutation,
  PeopleAtQuery,
  type PersonAt,
  PlaceQuery,
  PlacesQuery,
  RefuseMutation,
  RequestAffiliationMutation,
} from './affiliations.query.ts'
import { asMember } from './as-member.server.ts'

const path = '/account/affiliations'
const leading = ['EDITOR', 'REPRESENTATIVE', 'CURATOR']

/** An entry the member leads, with its people. */
export interface Led {
  readonly entry: NonNullable<Affiliations['profile']['affiliations'][number]['entry']>
  readonly people: readonly PersonAt[]
}

/** Who belongs to an entry, for those who answer for it; null when there is no such entry. */
export async function loadPlace(context: PortalContext, id: string): Promise<Led | null> {
  const { node, peopleAt } = await context.execute(PlaceQuery, { entry: id })
  return node && 'title' in node ? { entry: node, people: peopleAt } : null
}

/** What the page of affiliations shows; `q` are the words of a place somebody looks for. */
export async function loadAffiliations(context: PortalContext, q: string) {
  const own = await asMember(context, path, () => context.execute(AffiliationsQuery, {}))
  const found = q === '' ? null : (await context.execute(PlacesQuery, { text: q })).search.nodes
  const led: Led[] = []
  for (const { entry, function: role, confirmedAt } of own.profile.affiliations)
    if (entry && confirmedAt && leading.includes(role))
      led.push({ entry, people: (await context.execute(PeopleAtQuery, { entry: entry.id })).peopleAt })
  return { ...own, found, led }
}

const leadingOf = (entry: string) => {
  if (entry.startsWith('city_')) return 'REPRESENTATIVE' as const
  return entry.startsWith('orgn_') ? ('EDITOR' as const) : ('CURATOR' as const)
}

const problems = {
  request: 'member.problem_request',
  confirm: 'member.problem_decided',
  refuse: 'member.problem_decided',
  end: 'member.problem_end',
  'hand-over': 'member.problem_handOver',
} as const

type Intent = keyof typeof problems

const isIntent = (intent: string): intent is Intent => Object.hasOwn(problems, intent)

/** Does what one of the forms of a page asks for; gives what must be put right, or null. `back` is that page's path. */
export async function actOnAffiliations(
  context: PortalContext,
  form: FormData,
  back = path,
): Promise<readonly FieldProblem[] | null> {
  const intent = textOf(form, 'intent')
  if (!isIntent(intent)) throw problem(400)
  const { locale } = context
  const id = textOf(form, 'id')
  const entry = textOf(form, 'entry')
  const acts = {
    request: () =>
      context.execute(RequestAffiliationMutation, {
        entry,
        function: textOf(form, 'function') === 'lead' ? leadingOf(entry) : 'MEMBER',
        position: textOf(form, 'position'),
      }),
    confirm: () => context.execute(ConfirmMutation, { id }),
    refuse: () => context.execute(RefuseMutation, { id }),
    end: () => context.execute(EndMutation, { id }),
    'hand-over': () => context.execute(HandOverMutation, { entry, member: textOf(form, 'member') }),
  }
  const where = { locale, path: href(locale, back), field: 'main' }
  const { problems: found } = await submit<Answer>(where, acts[intent])
  return found && [{ field: 'main', message: t(locale, problems[intent]) }]
}
