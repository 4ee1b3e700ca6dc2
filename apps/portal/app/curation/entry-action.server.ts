import { textOf } from '../account/submit.server.ts'
import { problem } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import { href } from '../i18n/locale.ts'
import type { FieldProblem } from '../ui/error-summary.tsx'
import { runAct } from './act.server.ts'
import {
  ArchiveEntryMutation,
  ConfirmEntryMutation,
  FeatureEntryMutation,
  MergeEntriesMutation,
  RestoreEntryMutation,
} from './entries.query.ts'

/** What a form of an entry came to. */
export interface EntryResult {
  readonly intent: string
  readonly problems: readonly FieldProblem[]
  readonly reason: string
}

/** Does what one of the forms of an entry asks for; gives what must be put right, or which form it was. */
export async function actOnEntry(
  context: PortalContext,
  entry: string,
  form: FormData,
  path: string,
): Promise<EntryResult> {
  const { locale, execute } = context
  const reason = textOf(form, 'reason')
  const acts = {
    confirm: () => execute(ConfirmEntryMutation, { entry }),
    feature: () => execute(FeatureEntryMutation, { entry, value: true }),
    unfeature: () => execute(FeatureEntryMutation, { entry, value: false }),
    archive: () => execute(ArchiveEntryMutation, { entry, reason }),
    restore: () => execute(RestoreEntryMutation, { entry }),
    merge: () => execute(MergeEntriesMutation, { from: entry, into: textOf(form, 'into') }),
  }
  const intent = textOf(form, 'intent')
  if (!Object.hasOwn(acts, intent)) throw problem(400)
  const act = acts[intent as keyof typeof acts]
  const { problems } = await runAct({ locale, path: href(locale, path), intent }, act)
  return { intent, problems: problems ?? [], reason }
}
