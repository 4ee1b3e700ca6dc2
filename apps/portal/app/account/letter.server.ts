import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { PortalContext } from '../context.ts'
import type { VariablesOf } from '../graphql.ts'
import { href, type Locale } from '../i18n/locale.ts'
import { LinkQuery } from './sign-in.query.ts'
import { type Answer, submit, textOf } from './submit.server.ts'

const secretIn = (request: Request) => new URL(request.url).searchParams.get('secret') ?? ''

/**
 * Loads the page that the link of a letter leads to: whose it is, or null where it is good no more. A link that is only looked at,
 * by a scanner of mails say, does nothing: that takes the button.
 */
export const letterLoader =
  (purpose: VariablesOf<typeof LinkQuery>['purpose']) =>
  async ({ context, request }: LoaderFunctionArgs) => {
    const { linkEmail } = await context.execute(LinkQuery, { purpose, secret: secretIn(request) })
    return { locale: context.locale, email: linkEmail }
  }

/** What the button of such a page does. */
interface Letter<A extends Answer> {
  /** Page to come back to when she must sign in first. */
  readonly path: string
  /** The field that is told what is about none. */
  readonly field: string
  readonly run: (
    execute: PortalContext['execute'],
    values: { secret: string; password: string },
  ) => Promise<A>
  /** Where it leads when it is done. */
  readonly next: (locale: Locale, outcome: A['outcome'], request: Request) => string
}

/** Does what the link of a letter is for. */
export function letterAction<A extends Answer>({ path, field, run, next }: Letter<A>) {
  return async ({ context, request }: ActionFunctionArgs) => {
    const { locale, execute } = context
    const values = { secret: secretIn(request), password: textOf(await request.formData(), 'password') }
    const where = { locale, path: href(locale, path), field }
    const { outcome, problems } = await submit(where, () => run(execute, values))
    if (problems) return data({ problems }, { status: 400 })
    return redirect(next(locale, outcome, request), 303)
  }
}
