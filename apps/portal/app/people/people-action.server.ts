import { submit, textOf } from '../account/submit.server.ts'
import { problem } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import { href } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import type { FieldProblem } from '../ui/error-summary.tsx'
import { RestoreMutation, SetAdministratorMutation, SuspendMutation } from './people.query.ts'

/** Does what a button of the list of people asks for; gives what must be put right, or null. */
export async function actOnPeople(
  context: PortalContext,
  form: FormData,
): Promise<readonly FieldProblem[] | null> {
  const { locale } = context
  const id = textOf(form, 'id')
  const acts = {
    suspend: () => context.execute(SuspendMutation, { id }),
    restore: () => context.execute(RestoreMutation, { id }),
    promote: () => context.execute(SetAdministratorMutation, { id, value: true }),
    demote: () => context.execute(SetAdministratorMutation, { id, value: false }),
  }
  const intent = textOf(form, 'intent')
  if (!Object.hasOwn(acts, intent)) throw problem(400)
  const act = acts[intent as keyof typeof acts]
  const where = { locale, path: href(locale, '/administration'), field: 'main' }
  const { problems } = await submit(where, act)
  return problems && [{ field: 'main', message: t(locale, 'people.problem') }]
}
