import type { ReactNode } from 'react'
import { useError } from './form-context.tsx'

export interface AskedProps {
  /** Path of the value, which is the name and the id of its field. */
  readonly path: string
  readonly label: string
  readonly hint: string
  /** Whether it must be answered, in a word beside the label. */
  readonly need?: string | undefined
}

/** What a field says of itself to those who do not see where its hint stands. */
export function useDescribed({ path, hint }: Pick<AskedProps, 'path' | 'hint'>) {
  const error = useError(path)
  const ids = [hint ? `${path}-hint` : '', error ? `${path}-error` : ''].filter(Boolean).join(' ')
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined }
}

function Lines({ path, hint }: Pick<AskedProps, 'path' | 'hint'>) {
  const error = useError(path)
  return (
    <>
      {hint ? (
        <p id={`${path}-hint`} className="hint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${path}-error`} className="field-error">
          {error}
        </p>
      ) : null}
    </>
  )
}

const Need = ({ need }: Pick<AskedProps, 'need'>) =>
  need ? <span className="asked-need"> {need}</span> : null

/** One field under its label. */
export function Labelled({ children, ...asked }: AskedProps & { readonly children: ReactNode }) {
  const { path, label, need } = asked
  return (
    <div className={useError(path) ? 'field asked field-invalid' : 'field asked'}>
      <label htmlFor={path}>
        {label}
        <Need need={need} />
      </label>
      <Lines {...asked} />
      {children}
    </div>
  )
}

/** Several fields that answer one question together. */
export function Together({ children, ...asked }: AskedProps & { readonly children: ReactNode }) {
  const { path, label, need } = asked
  const described = useDescribed(asked)
  return (
    <fieldset
      id={path}
      tabIndex={-1}
      className={described['aria-invalid'] ? 'asked asked-together field-invalid' : 'asked asked-together'}
      aria-describedby={described['aria-describedby']}
    >
      <legend>
        {label}
        <Need need={need} />
      </legend>
      <Lines {...asked} />
      {children}
    </fieldset>
  )
}
