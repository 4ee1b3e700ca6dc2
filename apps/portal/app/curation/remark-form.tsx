import { fieldOf } from '@hansa/domain/fiche'
import { leavesOf } from '@hansa/domain/leaves'
import { Intent } from '../account/account-sections.tsx'
import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { offeredLanguages } from '../member/spoken-languages.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { labelOf } from '../writing/field-words.ts'
import { fromJson, textsOf } from '../writing/values.ts'
import { usePage, useSent } from './page-context.tsx'
import type { CuratedField } from './revision.query.ts'

/** The places of a field that hold a text: there one can propose another wording. */
function usePlaces({ field: { key }, value }: CuratedField) {
  const { t, locale } = useWords()
  const { kind } = usePage()
  const control = fieldOf(kind, key)?.control
  const leaves = control ? leavesOf(control, fromJson(value), key) : []
  return leaves
    .filter((leaf) => leaf.control.type === 'text' && leaf.path !== key)
    .map(({ path }) => {
      const row = path.split('.').find((name) => /^\d+$/.test(name))
      const label = labelOf(locale, kind, path)
      return { value: path, label: row ? `${t('curation.row', { row: Number(row) + 1 })}: ${label}` : label }
    })
}

/** What somebody remarks on a field, and the words she would put there. */
export function RemarkForm({ one }: { readonly one: CuratedField }) {
  const { t, locale, href } = useWords()
  const { kind, revision, language: own, onlyChanges } = usePage()
  const sent = useSent('remark')
  const { key } = one.field
  const control = fieldOf(kind, key)?.control
  const places = usePlaces(one)
  const isText = control?.type === 'text'
  const now = isText ? (textsOf(fromJson(one.value), own)[own]?.text ?? '') : ''
  const isLocalized = isText ? control.localized : places.length > 0
  return (
    <form method="post" className="form-fields remark-form" aria-label={t('curation.remark')}>
      <Intent value="remark" />
      <input type="hidden" name="remarkOn" value={key} />
      {places.length > 0 ? (
        <Field
          name="field"
          label={t('curation.place')}
          value={sent.value('field') ?? key}
          options={[{ value: key, label: labelOf(locale, kind, key) }, ...places]}
        />
      ) : (
        <input type="hidden" name="field" value={key} />
      )}
      <TextArea
        name="text"
        label={t('curation.yourRemark')}
        hint={t('curation.remarkHint')}
        value={sent.value('text')}
        error={sent.error('text')}
        maxLength={4000}
      />
      {isText || places.length > 0 ? (
        <>
          <input type="hidden" name="now" value={now} />
          <TextArea
            name="suggestion"
            label={t('curation.suggest')}
            hint={t('curation.suggestHint')}
            value={sent.value('suggestion') ?? now}
            error={sent.error('suggestion')}
            lang={foreignLang(locale, own)}
            maxLength={4000}
          />
          {isLocalized ? (
            <SuggestionLanguage value={sent.value('language')} />
          ) : (
            <input type="hidden" name="language" value={own} />
          )}
        </>
      ) : null}
      <p className="own-actions">
        <Button>{t('curation.remarkSave')}</Button>
        <ButtonLink
          look="quiet"
          href={`${href(`/curation/${revision.id}`)}${onlyChanges ? '?only=changes' : ''}#field-${key}`}
        >
          {t('curation.cancel')}
        </ButtonLink>
      </p>
    </form>
  )
}

function SuggestionLanguage({ value }: { readonly value: string | undefined }) {
  const { t, language: nameOf } = useWords()
  const { language: own } = usePage()
  const tags = [...new Set([own, ...offeredLanguages])]
  return (
    <Field
      name="language"
      label={t('curation.suggestLanguage')}
      value={value ?? own}
      options={tags.map((tag) => ({ value: tag, label: nameOf(tag) }))}
    />
  )
}
