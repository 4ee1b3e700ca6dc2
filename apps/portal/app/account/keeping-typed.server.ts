import type { ActionFunctionArgs } from '@remix-run/node'
import type { Problem } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import { ViewerQuery } from './sign-in.query.ts'
import { isSignInFirst } from './submit.server.ts'

/** Whether a form was sent by a page of ours. What another site sends is kept nowhere: one press would make it hers. */
const isOurs = ({ headers }: Request, publicUrl: string): boolean =>
  headers.get('Sec-Fetch-Site') === 'same-origin' || headers.get('Origin') === publicUrl

/** Whether her session still is one: without, what she writes would seem not to be there. */
const isSignedIn = async ({ signedIn, execute }: PortalContext): Promise<boolean> =>
  signedIn && (await execute(ViewerQuery, {})).viewer !== null

/** A page with nothing on it but what came with this very request: whoever reads it wrote it. */
const keptPage = (form: FormData): Response => {
  const sent = [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return Response.json({ message: '', code: 'SIGNED_OUT', sent } satisfies Problem, { status: 401 })
}

/**
 * An action whose form somebody may have written in for long. Where she must sign in first, because her session ended meanwhile, a
 * page keeps what she typed, to be sent again once she has.
 */
export function keepingTyped<T>(act: (args: ActionFunctionArgs, form: FormData) => Promise<T>) {
  return async (args: ActionFunctionArgs): Promise<T> => {
    const form = await args.request.formData()
    if (!isOurs(args.request, args.context.publicUrl)) return await act(args, form)
    if (!(await isSignedIn(args.context))) throw keptPage(form)
    try {
      return await act(args, form)
    } catch (error) {
      throw isSignInFirst(error) ? keptPage(form) : error
    }
  }
}
