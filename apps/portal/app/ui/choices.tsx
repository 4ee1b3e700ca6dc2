import type { ReactNode } from 'react'

export interface ChoicesProps {
  readonly name: string
  readonly legend: ReactNode
  readonly options: readonly { readonly value: string; readonly label: ReactNode }[]
  readonly value?: string | null | undefined
  readonly hint?: ReactNode
  /** The same words as in the error summary. */
  readonly error?: string | undefined
  /** More of the same question: a note. */
  readonly children?: ReactNode
}

/** One of a few answers to a question, side by side where there is room. Its id is its name. */
export function Choices({ name, legend, options, value, hint, error, children }: ChoicesProps) {
  return (
    <fieldset id={name} tabIndex={-1} className={error ? 'choices field-invalid' : 'choices'}>
      <legend>{legend}</legend>
      {hint ? <div className="hint">{hint}</div> : null}
      {error ? <p className="field-error">{error}</p> : null}
      <div className="choices-options">
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={(value ?? null) === option.value}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  )
}
