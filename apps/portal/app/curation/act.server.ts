import { submit } from '../account/submit.server.ts'
import type { Locale } from '../i18n/locale.ts'
import type { FieldProblem } from '../ui/error-summary.tsx'
import { type ApiProblem, problemText } from './problem-words.ts'

/** One of the forms of a page that was sent. */
export interface Act {
  readonly locale: Locale
  /** Address of the page with the form: there she comes back to when she must sign in again. */
  readonly path: string
  /** Which of its forms it was. */
  readonly intent: string
}

interface Outcome {
  readonly problems: readonly ApiProblem[]
}

type Acted<O> =
  | { readonly outcome: O; readonly problems: null }
  | { readonly outcome: null; readonly problems: readonly FieldProblem[] }

/** Runs a mutation of curating; its problems come out in the words of these pages, each at its field. */
export async function runAct<O extends Outcome>(
  { locale, path, intent }: Act,
  run: () => Promise<{ readonly outcome: O }>,
): Promise<Acted<O>> {
  let wrong: readonly ApiProblem[] = []
  const submitted = await submit({ locale, path, field: 'main' }, async () => {
    const { outcome } = await run()
    wrong = outcome.problems
    return { outcome: { ...outcome, problems: [] } }
  })
  if (submitted.problems) return { outcome: null, problems: submitted.problems }
  if (wrong.length === 0) return { outcome: submitted.outcome, problems: null }
  return { outcome: null, problems: wrong.map((one) => problemText(locale, intent, one)) }
}
