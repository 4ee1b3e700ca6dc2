import type { ReactNode } from 'react'

export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly value?: string | undefined
  readonly hint?: string | undefined
  /** The same words as in the error summary. */
  readonly error?: string | undefined
  readonly type?: 'text' | 'search' | 'number' | 'email' | 'password' | 'date' | 'file'
  /** What a browser or a password manager may fill in (HTML, autofill). */
  readonly autoComplete?: string | undefined
  /** Of a file: the types a browser offers to choose from. */
  readonly accept?: string | undefined
  /** Language of what is written here, when it is not the page's. */
  readonly lang?: string | undefined
  /** A choice instead of a text: the options in order; an empty value means no choice. */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}

/** A labelled field with its hint and its error. Its id is its name, so that an error summary can link to it. */
export function Field({
  name,
  label,
  value,
  hint,
  error,
  type = 'text',
  autoComplete,
  accept,
  lang,
  options,
}: FieldProps) {
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : '']
    .filter((id) => id !== '')
    .join(' ')
  const common = {
    id: name,
    name,
    defaultValue: value,
    autoComplete,
    lang,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
  }
  return (
    <div className={error ? 'field field-invalid' : 'field'}>
      <label htmlFor={name}>{label}</label>
      {hint ? <FieldLine id={`${name}-hint`} className="hint" text={hint} /> : null}
      {error ? <FieldLine id={`${name}-error`} className="field-error" text={error} /> : null}
      {options ? (
        <select {...common}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input {...common} type={type} accept={accept} />
      )}
    </div>
  )
}

function FieldLine({
  id,
  className,
  text,
}: {
  readonly id: string
  readonly className: string
  readonly text: ReactNode
}) {
  return (
    <p id={id} className={className}>
      {text}
    </p>
  )
}
