import { data, redirect } from '@remix-run/node'
import { submit, textOf } from '../account/submit.server.ts'
import { problem } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import type { WordKey } from '../i18n/catalogue.ts'
import { href } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import {
  CheckImportMutation,
  CommitImportMutation,
  DiscardImportMutation,
  MapImportMutation,
  UndoImportMutation,
} from './import.query.ts'

const mostColumns = 200

const mappingOf = (form: FormData): string[] =>
  Array.from({ length: mostColumns }, (_, i) => form.get(`column-${i}`)).flatMap((name) =>
    typeof name === 'string' ? [name] : [],
  )

const run = async (context: PortalContext, form: FormData, id: string, path: string) => {
  const where = { locale: context.locale, path, field: 'step' }
  const publish = form.has('publish')
  switch (textOf(form, 'intent')) {
    case 'map': {
      const mapped = await submit(where, () =>
        context.execute(MapImportMutation, { id, mapping: mappingOf(form) }),
      )
      if (mapped.problems) return { problems: mapped.problems, word: 'import.problem_mapping' as const }
      return await submit(where, () => context.execute(CheckImportMutation, { id }))
    }
    case 'check':
      return await submit(where, () => context.execute(CheckImportMutation, { id }))
    case 'commit':
      return await submit(where, () => context.execute(CommitImportMutation, { id, publish }))
    case 'undo':
      return await submit(where, () => context.execute(UndoImportMutation, { id }))
    case 'discard':
      return await submit(where, () => context.execute(DiscardImportMutation, { id }))
    default:
      throw problem(400)
  }
}

/** Does what a form of an import asks for, and leads to what it stands at then. */
export async function actOnImport(context: PortalContext, form: FormData, id: string) {
  const path = href(context.locale, `/imports/${id}`)
  const result = await run(context, form, id, path)
  const isGone = textOf(form, 'intent') === 'discard'
  if (!result.problems) return redirect(isGone ? href(context.locale, '/imports') : path, 303)
  const word: WordKey = 'word' in result ? result.word : 'import.problem_place'
  const problems = result.problems.map(({ field }) => ({ field, message: t(context.locale, word) }))
  return data({ problems }, { status: 400 })
}
