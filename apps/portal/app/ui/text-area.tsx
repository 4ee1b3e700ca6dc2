export interface TextAreaProps {
  readonly name: string
  /** Where the name stands for several fields of a page, an id of its own. */
  readonly id?: string | undefined
  readonly label: string
  readonly value?: string | undefined
  readonly hint?: string | undefined
  /** The same words as in the error summary. */
  readonly error?: string | undefined
  readonly rows?: number
  readonly maxLength?: number
  /** Language of what is written here, when it is not the page's. */
  readonly lang?: string | undefined
}

/** A labelled field of several lines, with its hint and its error. */
export function TextArea({ name, id = name, label, value, hint, error, rows = 4, ...rest }: TextAreaProps) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={error ? 'field field-invalid' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      ) : null}
      <textarea
        id={id}
        name={name}
        rows={rows}
        defaultValue={value}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        {...rest}
      />
    </div>
  )
}
