import { errorOf, type FormState } from '../account/form-page.tsx'
import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Fold } from '../ui/fold.tsx'
import type { Profile, ProfileChoices } from './profile.query.ts'
import { Choices, FieldGroup, LanguageRows, VisibilityField } from './profile-fields.tsx'
import { offers } from './spoken-languages.ts'

export interface ProfileFormProps {
  readonly profile: Omit<Profile, 'id' | 'hasConsented'>
  readonly hasConsented: boolean
  readonly choices: ProfileChoices
  readonly state: FormState | undefined
}

/** The whole profile on one page: each field with who may see it. */
export function ProfileForm({ profile, hasConsented, choices, state }: ProfileFormProps) {
  const { t } = useWords()
  const { visibility } = profile
  const known = new Set([...profile.policyAreas, ...profile.components].map(({ id }) => id))
  const areas = choices.conceptScheme?.concepts ?? []
  return (
    <form method="post" className="form-fields profile-form">
      <FieldGroup id="who" legend={t('member.who')} hint={t('member.whoHint')}>
        <Field
          name="name"
          label={t('account.name')}
          autoComplete="name"
          value={profile.name}
          error={errorOf(state, 'name')}
        />
        <VisibilityField field="name" value={visibility.name} />
        <Field
          name="position"
          label={t('member.position')}
          hint={t('member.positionHint')}
          autoComplete="organization-title"
          value={profile.position}
          error={errorOf(state, 'position')}
        />
        <VisibilityField field="position" value={visibility.position} />
        <VisibilityField field="affiliations" value={visibility.affiliations} />
      </FieldGroup>
      <FieldGroup id="languages" legend={t('member.languages')} error={errorOf(state, 'languages')}>
        <LanguageRows spoken={profile.languages} />
        <VisibilityField field="languages" value={visibility.languages} />
      </FieldGroup>
      <FieldGroup id="expertise" legend={t('member.expertise')} error={errorOf(state, 'expertise')}>
        <Choices
          name="expertise"
          options={areas.map(({ id, label }) => ({ value: id, label: label.value }))}
          chosen={known}
        />
        <Fold title={t('member.components')} open={profile.components.length > 0}>
          <Choices
            name="expertise"
            options={choices.components.nodes.map(({ id, title }) => ({ value: id, label: title.value }))}
            chosen={known}
          />
        </Fold>
        <VisibilityField field="expertise" value={visibility.expertise} />
      </FieldGroup>
      <FieldGroup id="offers" legend={t('member.offers')}>
        <Choices
          name="offers"
          options={offers.map((offer) => ({ value: offer, label: t(`member.offer_${offer}`) }))}
          chosen={new Set(profile.offers)}
        />
        <VisibilityField field="offers" value={visibility.offers} />
      </FieldGroup>
      {hasConsented ? null : <ConsentField choices={choices} error={errorOf(state, 'consent')} />}
      <p>
        <Button>{t('member.save')}</Button>
      </p>
    </form>
  )
}

function ConsentField({
  choices,
  error,
}: {
  readonly choices: ProfileChoices
  readonly error: string | undefined
}) {
  const { t, locale } = useWords()
  const { version, text } = choices.consentText
  return (
    <FieldGroup id="consent" legend={t('member.consent')} hint={t('member.consentHint')} error={error}>
      <input type="hidden" name="consent-language" value={text.language} />
      <label className="filter-option">
        <input type="checkbox" name="consent" value={version} />
        <span lang={foreignLang(locale, text.language)}>{text.value}</span>
      </label>
    </FieldGroup>
  )
}
