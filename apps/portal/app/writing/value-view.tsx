import type { Control } from '@hansa/domain/control'
import type { WrittenKind } from '@hansa/domain/fiche'
import { langOf } from '../entry/text.ts'
import { licenceName } from '../file/file-words.ts'
import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { choicesOf, choiceText, labelOf } from './field-words.ts'
import type { Option } from './form-context.tsx'
import { askedLanguage, isBlank, isRecord, textsOf } from './values.ts'

export interface ValueViewProps {
  readonly kind: WrittenKind
  readonly path: string
  readonly control: Control
  readonly value: unknown
  /** The language in which the entry is written. */
  readonly language: string
  /** Names of entries and concepts, by id. */
  readonly titles: Readonly<Record<string, Option>>
}

/** A value of a form, to be read. */
export function ValueView(props: ValueViewProps) {
  const { control, value } = props
  if (isBlank(value)) return null
  if (control.type === 'list') return <ListView {...props} control={control} />
  if (control.type === 'group') return <PartsView {...props} control={control} />
  if (control.type === 'text' && control.localized) return <TextView {...props} />
  return <PlainView {...props} />
}

function TextView({ value, language: own }: ValueViewProps) {
  const { locale } = useWords()
  const texts = textsOf(value, own)
  const language = askedLanguage(texts, own)
  return (
    <span className="written" lang={foreignLang(locale, language)}>
      {texts[language]?.text}
    </span>
  )
}

function PlainView({ path, control, value, titles }: ValueViewProps) {
  const { t, locale, date, number, language } = useWords()
  if (control.type === 'entry' || control.type === 'concept') {
    const named = titles[String(value)]
    return <span lang={langOf(locale, named ?? null)}>{named?.label ?? String(value)}</span>
  }
  const text = String(value)
  if (control.type === 'flag') return <>{t('writing.yes')}</>
  if (control.type === 'date') return <>{date(text)}</>
  if (control.type === 'language') return <>{language(text)}</>
  if (path === 'licence') return <>{licenceName(locale, text)}</>
  if (choicesOf(control)) return <>{choiceText(locale, path, text)}</>
  if (control.type === 'number' && typeof value === 'number')
    return <>{/[Yy]ear$/.test(path) ? text : number(value)}</>
  return <span className="written">{text}</span>
}

function ListView(props: ValueViewProps & { readonly control: Extract<Control, { type: 'list' }> }) {
  const { value, control, path } = props
  const items = (Array.isArray(value) ? value : [value]).filter((item) => !isBlank(item))
  const Items = control.of.type === 'group' ? 'ol' : 'ul'
  return (
    <Items className={control.of.type === 'group' ? 'answer-rows' : 'plain-list'}>
      {items.map((item, row) => (
        <li key={row}>
          <ValueView {...props} path={`${path}.${row}`} control={control.of} value={item} />
        </li>
      ))}
    </Items>
  )
}

function PartsView(props: ValueViewProps & { readonly control: Extract<Control, { type: 'group' }> }) {
  const { locale } = useWords()
  const { kind, value, control, path } = props
  const parts = control.parts.filter(({ key }) => isRecord(value) && !isBlank(value[key]))
  return (
    <dl className="answer-parts">
      {parts.map((part) => (
        <div key={part.key}>
          <dt>{labelOf(locale, kind, `${path}.${part.key}`)}</dt>
          <dd>
            <ValueView
              {...props}
              path={`${path}.${part.key}`}
              control={part.control}
              value={isRecord(value) ? value[part.key] : null}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}
