import { direction, foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { Button } from '../ui/button.tsx'
import { Callout, Notice } from '../ui/callout.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { useCrumbs } from './crumbs.ts'
import { labelOf } from './field-words.ts'
import { kindOf } from './kinds.ts'
import { originWord } from './text-controls.tsx'
import type { RefusedTranslation, TextClash } from './translation.server.ts'
import type { Translated } from './writing.query.ts'

export interface TranslationPageProps {
  readonly revision: Translated
  readonly language: string
  readonly languages: readonly string[]
  readonly saved: boolean
  readonly refused: RefusedTranslation | undefined
}

/** All texts of an entry beside what they are in one other language. */
export function TranslationPage({ revision, language, languages, saved, refused }: TranslationPageProps) {
  const { t, href, language: nameOf } = useWords()
  const { id, version, texts, viewerCan } = revision
  const done = texts.filter(({ translation }) => translation !== null).length
  return (
    <div className="writing writing-wide">
      <Breadcrumbs items={useCrumbs(revision, t('writing.translate'))} />
      <ErrorSummary problems={refused?.problems ?? []} />
      <PageHeading title={t('writing.translate')} strapline={t('writing.translateLede')} />
      {saved && !refused ? <Notice>{t('writing.saved')}</Notice> : null}
      <form method="get" action={href(`/write/${id}/translate`)} className="translation-language">
        <Field
          name="language"
          label={t('writing.translateTo')}
          value={language}
          options={languages.map((tag) => ({ value: tag, label: nameOf(tag) }))}
        />
        <Button look="secondary">{t('writing.showLanguage')}</Button>
      </form>
      <p className="quiet">{t('writing.translated', { done, count: texts.length })}</p>
      {viewerCan.includes('EDIT') ? (
        <form method="post" className="fiche-form" data-enhance="write">
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="language" value={language} />
          {texts.map((text) => (
            <TextPair key={text.path} revision={revision} language={language} text={text} refused={refused} />
          ))}
          {texts.length > 0 ? (
            <p className="fiche-buttons">
              <Button>{t('writing.saveTranslation')}</Button>
            </p>
          ) : null}
        </form>
      ) : (
        <Callout>
          <p>{t('writing.readOnly')}</p>
        </Callout>
      )}
    </div>
  )
}

interface TextPairProps {
  readonly revision: Translated
  readonly language: string
  readonly text: Translated['texts'][number]
  readonly refused: RefusedTranslation | undefined
}

/** One text, and its translation beside it. */
function TextPair({ revision, language, text, refused }: TextPairProps) {
  const { t, locale, language: nameOf } = useWords()
  const { path, source, translation, isHuman } = text
  const name = `text:${path}`
  const row = /\.(\d+)\./.exec(path)?.[1]
  const label = labelOf(locale, kindOf(revision.kind), path)
  const clash = refused?.clashes.find(({ field }) => field === path)
  const problem = refused?.problems.find(({ field }) => field === name)
  const hint = translation === null ? '' : t(originWord(isHuman ? 'human' : 'machine'))
  return (
    <div className={problem ? 'translation-pair field-invalid' : 'translation-pair'}>
      <div>
        <p className="translation-label">{row === undefined ? label : `${label} ${Number(row) + 1}`}</p>
        <p className="written" lang={foreignLang(locale, source.language)} dir={direction(source.language)}>
          {source.value}
        </p>
        <p className="hint">
          {nameOf(source.language)}, {t(originWord(source.origin ?? 'human'))}
        </p>
      </div>
      <div className="field asked">
        <label htmlFor={name}>
          {nameOf(language)}
          <span className="visually-hidden">: {label}</span>
        </label>
        {problem ? (
          <p id={`${name}-error`} className="field-error">
            {problem.message}
          </p>
        ) : null}
        <input type="hidden" name={`was:${path}`} value={translation ?? ''} />
        <textarea
          id={name}
          name={name}
          rows={Math.min(Math.ceil(source.value.length / 45) + 1, 12)}
          lang={foreignLang(locale, language)}
          defaultValue={refused?.texts[path] ?? translation ?? ''}
          aria-describedby={problem ? `${name}-error` : undefined}
          aria-invalid={problem ? true : undefined}
        />
        {clash ? <TextChoice clash={clash} language={language} /> : null}
        {hint ? <p className="hint">{hint}</p> : null}
      </div>
    </div>
  )
}

function TextChoice({ clash, language }: { readonly clash: TextClash; readonly language: string }) {
  const { t, locale, date } = useWords()
  const who = clash.by ?? t('writing.formerMember')
  return (
    <div className="clash-side">
      <p className="clash-by">{t('writing.clashBy', { name: who, date: date(clash.at) })}</p>
      <p className="written clash-theirs" lang={foreignLang(locale, language)}>
        {clash.theirs}
      </p>
      <label className="filter-option">
        <input type="radio" name={`keep.${clash.field}`} value="mine" defaultChecked />
        <span>{t('writing.keepMine')}</span>
      </label>
      <label className="filter-option">
        <input type="radio" name={`keep.${clash.field}`} value="theirs" />
        <span>{t('writing.keepTheirs', { name: who })}</span>
      </label>
    </div>
  )
}
