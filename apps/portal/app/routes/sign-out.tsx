import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { SignOutMutation } from '../account/sign-in.query.ts'
import { href } from '../i18n/locale.ts'

/** Signs out of this browser and goes to the first page. */
export async function action({ context }: ActionFunctionArgs) {
  await context.execute(SignOutMutation, {})
  return redirect(href(context.locale, '/'), 303)
}

export const loader = () => redirect('/')
