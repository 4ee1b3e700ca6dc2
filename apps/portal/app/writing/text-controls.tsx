import type { Control } from '@hansa/domain/control'
import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Fold } from '../ui/fold.tsx'
import { useForm } from './form-context.tsx'
import { type AskedProps, Labelled, useDescribed } from './labelled.tsx'
import { askedLanguage, languageField, type Texts, textsOf } from './values.ts'

type TextControl = Extract<Control, { type: 'text' }>

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

export interface LineProps extends AskedProps {
  readonly value: unknown
  readonly mode?: 'numeric' | 'decimal' | 'url' | undefined
  readonly short?: boolean
}

/** A value on one line. */
export function Line({ value, mode, short, ...asked }: LineProps) {
  return (
    <Labelled {...asked}>
      <input
        id={asked.path}
        name={asked.path}
        type="text"
        inputMode={mode}
        className={short ? 'short' : undefined}
        defaultValue={text(value)}
        autoComplete="off"
        {...useDescribed(asked)}
      />
    </Labelled>
  )
}

interface AreaProps {
  readonly asked: AskedProps
  readonly value: string
  readonly rows: number
  readonly lang?: string | undefined
}

function Area({ asked, value, rows, lang }: AreaProps) {
  // HTML leaves the first line break of a text area out.
  return (
    <textarea
      id={asked.path}
      name={asked.path}
      rows={rows}
      lang={lang}
      defaultValue={value.startsWith('\n') ? `\n${value}` : value}
      {...useDescribed(asked)}
    />
  )
}

const rowsFor = (max: number | null): number => (max !== null && max > 1200 ? 7 : 3)

/** A text in one language. */
export function PlainText({
  control,
  value,
  ...asked
}: AskedProps & { readonly control: TextControl; readonly value: unknown }) {
  if (!control.long) return <Line {...asked} value={value} />
  return (
    <Labelled {...asked}>
      <Area asked={asked} value={text(value)} rows={rowsFor(control.max)} />
    </Labelled>
  )
}

/** Short texts, one a line. */
export function TextLines({ value, ...asked }: AskedProps & { readonly value: unknown }) {
  const lines = Array.isArray(value) ? value.map(text).filter(Boolean) : []
  return (
    <Labelled {...asked}>
      <Area asked={asked} value={lines.join('\n')} rows={Math.min(lines.length + 2, 8)} />
    </Labelled>
  )
}

/** A text in the language of the entry, with what it is in others below. */
export function LocalizedText({
  control,
  value,
  ...asked
}: AskedProps & { readonly control: TextControl; readonly value: unknown }) {
  const { locale, language: nameOf, t } = useWords()
  const { language: own } = useForm()
  const texts = textsOf(value, own)
  const language = askedLanguage(texts, own)
  const { [language]: now, ...others } = texts
  const isHumanAlone = Object.keys(others).length === 0 && (now?.origin ?? 'human') === 'human'
  const kept = JSON.stringify({ language, texts: isHumanAlone ? {} : texts })
  const lang = foreignLang(locale, language)
  const shown = {
    ...asked,
    hint: [language === own ? '' : nameOf(language), asked.hint].filter(Boolean).join('. '),
  }
  const described = useDescribed(shown)
  return (
    <Labelled {...shown}>
      <input type="hidden" name={languageField(asked.path)} value={kept} />
      {control.long ? (
        <Area asked={shown} value={now?.text ?? ''} rows={rowsFor(control.max)} lang={lang} />
      ) : (
        <input
          id={asked.path}
          name={asked.path}
          type="text"
          lang={lang}
          defaultValue={now?.text ?? ''}
          autoComplete="off"
          {...described}
        />
      )}
      {now?.origin === 'machine' ? <p className="hint">{t('writing.origin_machine')}</p> : null}
      <OtherLanguages texts={others} />
    </Labelled>
  )
}

/** What a text is in other languages, and who made that. */
function OtherLanguages({ texts }: { readonly texts: Texts }) {
  const { t, language: nameOf, locale, list } = useWords()
  const tags = Object.keys(texts)
  if (tags.length === 0) return null
  return (
    <Fold title={t('writing.inLanguages', { languages: list(tags.map(nameOf)) })}>
      <dl className="other-languages">
        {Object.entries(texts).map(([tag, one]) => (
          <div key={tag}>
            <dt>
              {nameOf(tag)}, <span className="quiet">{t(originWord(one.origin))}</span>
            </dt>
            <dd lang={foreignLang(locale, tag)}>{one.text}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  )
}

/** Who made a text. */
export function originWord(origin: string) {
  if (origin.toLowerCase() === 'machine') return 'writing.origin_machine' as const
  return origin.toLowerCase() === 'reviewed'
    ? ('writing.origin_reviewed' as const)
    : ('writing.origin_human' as const)
}
