import { langOf } from '../entry/text.ts'
import { useWords } from '../i18n/use-words.tsx'
import { offeredLanguages } from '../member/spoken-languages.ts'
import type { Option } from './form-context.tsx'
import { type AskedProps, Labelled, Together, useDescribed } from './labelled.tsx'

interface ChoiceProps extends AskedProps {
  readonly options: readonly Option[]
  readonly value: unknown
  /** Within a row there is no room for all of them side by side. */
  readonly compact: boolean
  /** Whether it can be left open. */
  readonly open: boolean
}

/** So many choices are all shown; more fold into a list. */
const fewEnough = 8

/** One of several. */
export function OneOf(props: ChoiceProps) {
  return props.compact || props.options.length > fewEnough ? <Select {...props} /> : <Radios {...props} />
}

function Select({ options, value, compact: _, open: __, ...asked }: ChoiceProps) {
  const { t } = useWords()
  return (
    <Labelled {...asked}>
      <select id={asked.path} name={asked.path} defaultValue={String(value ?? '')} {...useDescribed(asked)}>
        <option value="">{t('writing.notChosen')}</option>
        {options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

function Radios({ options, value, open, compact: _, ...asked }: ChoiceProps) {
  const { t } = useWords()
  const chosen = String(value ?? '')
  const none = { id: '', label: t('writing.notChosen'), language: '' }
  const isNone = !options.some(({ id }) => id === chosen)
  const all = open || isNone ? [...options, none] : options
  return (
    <Together {...asked}>
      <Marks type="radio" name={asked.path} options={all} chosen={[isNone ? '' : chosen]} />
    </Together>
  )
}

/** As many of several as one likes. */
export function SomeOf({ options, value, ...asked }: Omit<ChoiceProps, 'compact' | 'open'>) {
  return (
    <Together {...asked}>
      <Marks
        type="checkbox"
        name={asked.path}
        options={options}
        chosen={Array.isArray(value) ? value.map(String) : []}
      />
    </Together>
  )
}

interface MarksProps {
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
}

/** Boxes or buttons to mark, in columns where there are many. */
export function Marks({ type, name, options, chosen }: MarksProps) {
  const { locale } = useWords()
  return (
    <ul className={options.length > fewEnough ? 'choice-list' : 'plain-list marks'}>
      {options.map((option) => (
        <li key={option.id}>
          <label className="filter-option">
            <input type={type} name={name} value={option.id} defaultChecked={chosen.includes(option.id)} />
            <span>
              <span lang={langOf(locale, option.language ? option : null)}>{option.label}</span>
              {option.detail ? <span className="quiet"> {option.detail}</span> : null}
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}

/** Languages by name in the order of the page's language, with those that are chosen among them. */
export function useLanguages(chosen: readonly string[]): readonly Option[] {
  const { language, locale } = useWords()
  return [...new Set([...offeredLanguages, ...chosen.filter(Boolean)])]
    .map((tag) => ({ id: tag, label: language(tag), language: '' }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
}

export function OneLanguage({ value, ...asked }: AskedProps & { readonly value: unknown }) {
  const options = useLanguages(typeof value === 'string' ? [value] : [])
  return <OneOf {...asked} options={options} value={value} compact open />
}
