import { type Answer, submit, textOf } from '../account/submit.server.ts'
import { problem } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import { href } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import type { FieldProblem } from '../ui/error-summary.tsx'
import { isRhythm, newsSorts } from './letter-words.ts'
import {
  ChooseLettersMutation,
  EndWatchMutation,
  FollowMutation,
  WatchLettersMutation,
} from './news.query.ts'

const problems = {
  follow: 'news.problem_follow',
  end: 'news.problem_gone',
  letters: 'news.problem_gone',
  choose: 'news.problem_choose',
} as const

type Intent = keyof typeof problems

const isIntent = (intent: string): intent is Intent => Object.hasOwn(problems, intent)

/** What a form chose for each sort of news; what it did not say stays as it is. */
const chosenIn = (form: FormData) =>
  Object.fromEntries(
    newsSorts.flatMap((sort) => {
      const rhythm = textOf(form, sort)
      return isRhythm(rhythm) ? [[sort, rhythm] as const] : []
    }),
  )

/** Does what a form asks for about what is followed; gives what must be put right, or null. `back` is the page it came from. */
export async function actOnFollows(
  context: PortalContext,
  form: FormData,
  back: string,
): Promise<readonly FieldProblem[] | null> {
  const intent = textOf(form, 'intent')
  if (!isIntent(intent)) throw problem(400)
  const { locale } = context
  const id = textOf(form, 'id')
  const acts: Record<Intent, () => Promise<Answer>> = {
    follow: () => context.execute(FollowMutation, { target: textOf(form, 'target') }),
    end: () => context.execute(EndWatchMutation, { id }),
    letters: () => context.execute(WatchLettersMutation, { id, letters: textOf(form, 'letters') === 'yes' }),
    choose: () => context.execute(ChooseLettersMutation, chosenIn(form)),
  }
  const { problems: found } = await submit({ locale, path: href(locale, back), field: 'main' }, acts[intent])
  return found && [{ field: 'main', message: t(locale, problems[intent]) }]
}
