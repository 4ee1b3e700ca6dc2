import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { backPath } from '../back-path.ts'
import { href, isLocale } from '../i18n/locale.ts'
import { languageCookie, languageField } from '../i18n/preference.ts'

/** Goes to the same page in the language chosen, and remembers it for the first page (docs/languages.md). */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const language = form.get(languageField)
  const back = backPath(form.get('back'))
  if (typeof language !== 'string' || !isLocale(language)) return redirect(back, 303)
  return redirect(href(language, back), {
    status: 303,
    headers: { 'Set-Cookie': languageCookie(language) },
  })
}

export function loader() {
  return redirect('/')
}
