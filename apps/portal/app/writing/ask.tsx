import type { Control } from '@hansa/domain/control'
import { licenceName } from '../file/file-words.ts'
import { useWords } from '../i18n/use-words.tsx'
import { OneLanguage, OneOf, SomeOf } from './choice-controls.tsx'
import { choicesOf, choiceText, hintOf, labelOf } from './field-words.ts'
import { type Option, useForm } from './form-context.tsx'
import { Together } from './labelled.tsx'
import { Picker } from './picker.tsx'
import { LanguageRows, Rows } from './rows.tsx'
import { Line, LocalizedText, PlainText, TextLines } from './text-controls.tsx'
import { isRecord } from './values.ts'

export interface AskProps {
  readonly path: string
  readonly control: Control
  readonly value: unknown
  readonly need?: string | undefined
  /** Whether it is a part of something larger. */
  readonly within?: boolean
}

/** Asks for a value in the way its control says; the same for every field of every kind. */
export function Ask({ path, control, value, need, within = false }: AskProps) {
  const { locale } = useWords()
  const { kind, schemes, licences } = useForm()
  const asked = { path, need, label: labelOf(locale, kind, path), hint: hintOf(locale, kind, path, control) }
  const choices = choicesOf(control)
  const plain = path === 'licence' ? licences : choices
  if (plain) {
    const options = plain.map((one) => ({
      id: String(one),
      label: path === 'licence' ? licenceName(locale, String(one)) : choiceText(locale, path, one),
      language: '',
    }))
    return (
      <OneOf
        {...asked}
        options={withCurrent(options, value)}
        value={path === 'licence' ? value || 'CC-BY-4.0' : value}
        compact={within}
        open={path !== 'licence'}
      />
    )
  }
  switch (control.type) {
    case 'text':
      return control.localized ? (
        <LocalizedText {...asked} control={control} value={value} />
      ) : (
        <PlainText {...asked} control={control} value={value} />
      )
    case 'number':
      return <Line {...asked} value={value} mode={control.whole ? 'numeric' : 'decimal'} short />
    case 'date':
    case 'time':
      return <Line {...asked} value={value} short />
    case 'address':
      return <Line {...asked} value={value} mode="url" />
    case 'flag':
      return <Flag {...asked} value={value} />
    case 'language':
      return <OneLanguage {...asked} value={value} />
    case 'concept':
      return <OneOf {...asked} options={schemes[control.scheme] ?? []} value={value} compact={within} open />
    case 'entry':
      return <Picker {...asked} kind={control.kind} value={value} many={false} />
    case 'group':
      return (
        <Together {...asked}>
          <Parts path={path} control={control} value={value} />
        </Together>
      )
    case 'list':
      return <AskList {...{ path, control, value, asked }} />
    case 'choice':
      return null
  }
}

const withCurrent = (options: readonly Option[], value: unknown): readonly Option[] =>
  typeof value !== 'string' || value === '' || options.some(({ id }) => id === value)
    ? options
    : [...options, { id: value, label: value, language: '' }]

interface AskListProps {
  readonly path: string
  readonly control: Extract<Control, { type: 'list' }>
  readonly value: unknown
  readonly asked: { path: string; label: string; hint: string; need?: string | undefined }
}

function AskList({ path, control: { of }, value, asked }: AskListProps) {
  const { schemes } = useForm()
  if (of.type === 'concept') return <SomeOf {...asked} options={schemes[of.scheme] ?? []} value={value} />
  if (of.type === 'entry') return <Picker {...asked} kind={of.kind} value={value} many />
  if (of.type === 'language') return <LanguageRows {...asked} value={value} />
  if (of.type !== 'group') return <TextLines {...asked} value={value} />
  return (
    <Rows {...asked} value={value}>
      {(row, item) => <Parts path={`${path}.${row}`} control={of} value={item} />}
    </Rows>
  )
}

interface PartsProps {
  readonly path: string
  readonly control: Extract<Control, { type: 'group' }>
  readonly value: unknown
}

function Parts({ path, control, value }: PartsProps) {
  const { t } = useWords()
  const values = isRecord(value) ? value : {}
  const needs = control.parts.some(({ required }) => required)
  return (
    <div className="asked-parts">
      {control.parts.map((part) => (
        <Ask
          key={part.key}
          path={`${path}.${part.key}`}
          control={part.control}
          value={values[part.key]}
          need={needs && !part.required ? t('writing.need_optional') : undefined}
          within
        />
      ))}
    </div>
  )
}

interface FlagProps {
  readonly path: string
  readonly label: string
  readonly hint: string
  readonly value: unknown
}

function Flag({ path, label, hint, value }: FlagProps) {
  return (
    <div className="asked">
      <label className="filter-option asked-flag">
        <input type="checkbox" id={path} name={path} value="yes" defaultChecked={value === true} />
        <span>{label}</span>
      </label>
      {hint ? <p className="hint">{hint}</p> : null}
    </div>
  )
}
