import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { backPath } from '../back-path.ts'
import { isTheme, themeCookie } from '../theme.ts'

/** Remembers the theme chosen in the footer, for browsers without JavaScript, and goes back to the page. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const theme = form.get('theme')
  const back = backPath(form.get('back'))
  return redirect(back, { status: 303, headers: isTheme(theme) ? { 'Set-Cookie': themeCookie(theme) } : {} })
}

export function loader() {
  return redirect('/')
}
