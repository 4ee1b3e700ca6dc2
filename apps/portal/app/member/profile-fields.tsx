import type { ReactNode } from 'react'
import type { WordKeyOf } from '../i18n/catalogue.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Field } from '../ui/field.tsx'
import type { Profile } from './profile.query.ts'
import { levels, offeredLanguages, visibilities } from './spoken-languages.ts'

type FieldName = keyof Profile['visibility']

/** Who may see one field: a choice that stands with the field. */
export function VisibilityField({ field, value }: { readonly field: FieldName; readonly value: string }) {
  const { t } = useWords()
  return (
    <Field
      name={`visibility-${field}`}
      label={t(`member.visibility_${field}`)}
      value={value}
      options={visibilities.map((each) => ({ value: each, label: t(`member.visibility_${each}`) }))}
    />
  )
}

export interface GroupProps {
  readonly id: string
  readonly legend: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly children: ReactNode
}

/** Several fields under one heading, with what is wrong about them as a whole. */
export function FieldGroup({ id, legend, hint, error, children }: GroupProps) {
  return (
    <fieldset className={error ? 'field-group field-invalid' : 'field-group'} id={id} tabIndex={-1}>
      <legend>
        <h2>{legend}</h2>
      </legend>
      {hint ? <p className="hint">{hint}</p> : null}
      {error ? <p className="field-error">{error}</p> : null}
      {children}
    </fieldset>
  )
}

export interface ChoiceProps {
  readonly name: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: ReadonlySet<string>
}

/** Boxes to tick. */
export function Choices({ name, options, chosen }: ChoiceProps) {
  return (
    <ul className="choice-list">
      {options.map(({ value, label }) => (
        <li key={value}>
          <label className="filter-option">
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.has(value)} />
            <span>{label}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}

/** How many empty rows stand below those that are filled: without a script no row can be added. */
const emptyRows = 3

/** Languages with a level, a row each. */
export function LanguageRows({ spoken }: { readonly spoken: Profile['languages'] }) {
  const { t, language, locale } = useWords()
  const tags = [...new Set([...offeredLanguages, ...spoken.map((each) => each.language)])]
  const named = tags
    .map((tag) => ({ value: tag, label: language(tag) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  const empty = Array.from({ length: emptyRows }, () => ({ language: '', level: 'B1' }))
  return (
    <>
      {[...spoken, ...empty].map((row, index) => (
        <div className="language-row" key={index}>
          <div>
            <label htmlFor={`language-${index}`}>{t('member.language')}</label>
            <select id={`language-${index}`} name="language" defaultValue={row.language}>
              <option value="">{t('member.noLanguage')}</option>
              {named.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label htmlFor={`level-${index}`}>{t('member.level')}</label>
            <select id={`level-${index}`} name="level" defaultValue={row.level}>
              {levels.map((level) => (
                <option key={level} value={level}>
                  {t(`member.level_${level}` satisfies WordKeyOf<'member'>)}
                </option>
              ))}
            </select>
          </div>
        </div>
      ))}
    </>
  )
}
