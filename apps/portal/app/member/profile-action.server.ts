import { submit, textOf } from '../account/submit.server.ts'
import type { PortalContext } from '../context.ts'
import type { VariablesOf } from '../graphql.ts'
import type { WordKey } from '../i18n/catalogue.ts'
import { href } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import type { FieldProblem } from '../ui/error-summary.tsx'
import { type Profile, SaveProfileMutation } from './profile.query.ts'
import { levels, offers, oneOf, visibilities } from './spoken-languages.ts'

type Sent = Omit<VariablesOf<typeof SaveProfileMutation>, 'consent'>

const textsOf = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '')

const visibilityOf = (form: FormData, field: string) =>
  oneOf(visibilities, textOf(form, `visibility-${field}`)) ?? 'SECRETARIAT'

/** The profile a form says. Rows of languages without a language are left out. */
const read = (form: FormData): Sent => {
  const chosen = form.getAll('level').map(String)
  const languages = form.getAll('language').map((language, row) => ({
    language: String(language),
    level: oneOf(levels, chosen[row] ?? '') ?? 'B1',
  }))
  return {
    name: textOf(form, 'name'),
    position: textOf(form, 'position'),
    languages: languages.filter(({ language }) => language !== ''),
    expertise: textsOf(form, 'expertise'),
    offers: textsOf(form, 'offers').flatMap((offer) => oneOf(offers, offer) ?? []),
    visibility: {
      name: visibilityOf(form, 'name'),
      position: visibilityOf(form, 'position'),
      affiliations: visibilityOf(form, 'affiliations'),
      languages: visibilityOf(form, 'languages'),
      expertise: visibilityOf(form, 'expertise'),
      offers: visibilityOf(form, 'offers'),
    },
  }
}

const words: Readonly<Record<string, WordKey>> = {
  name: 'account.problem_name',
  position: 'member.problem_position',
  languages: 'member.problem_languages',
  expertise: 'member.problem_expertise',
  consent: 'member.problem_consent',
}

/** The API names the row at fault; on the page the whole field is told. */
const ofField = (locale: PortalContext['locale'], { field, message }: FieldProblem): FieldProblem => {
  const own = field.split('.')[0] ?? field
  const key = words[own]
  return { field: own, message: key ? t(locale, key) : message }
}

/** What was sent, in the shape of a profile, so that the page shows it again. */
const asProfile = ({ expertise, ...sent }: Sent): Omit<Profile, 'id' | 'hasConsented'> => ({
  ...sent,
  languages: [...sent.languages],
  offers: [...sent.offers],
  policyAreas: expertise.filter((id) => String(id).includes('/')).map((id) => ({ id })),
  components: expertise.filter((id) => !String(id).includes('/')).map((id) => ({ id })),
})

/** Saves the profile a form says; null when it was saved. */
export async function saveProfileForm(context: PortalContext, form: FormData) {
  const { locale } = context
  const sent = read(form)
  const agreed = textOf(form, 'consent')
  const consent = agreed === '' ? null : { version: agreed, language: textOf(form, 'consent-language') }
  const where = { locale, path: href(locale, '/account/profile'), field: 'name' }
  const { problems } = await submit(where, () => context.execute(SaveProfileMutation, { ...sent, consent }))
  if (!problems) return null
  const own = problems.map((problem) => ofField(locale, problem))
  const once = own.filter((problem, index) => own.findIndex((each) => each.field === problem.field) === index)
  return { problems: once, profile: asProfile(sent) }
}
