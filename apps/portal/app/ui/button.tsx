import type { ReactNode } from 'react'

export type ButtonLook = 'primary' | 'secondary' | 'quiet'

export interface ButtonProps {
  readonly children: ReactNode
  readonly look?: ButtonLook
  readonly name?: string
  readonly value?: string
  /** Where it sends its form, when not to where the form goes. */
  readonly formAction?: string
  /** Id of the form it sends, when it stands outside. */
  readonly form?: string
  /** What the enhancement script makes of it; such a button sends nothing and is hidden without the script. */
  readonly enhance?: 'print' | 'copy'
  /** What an enhanced button says when it has done its work. */
  readonly done?: string
}

/** Does something. Its words are a verb and an object: "Apply filters". */
export function Button({ children, look = 'primary', enhance, done, ...rest }: ButtonProps) {
  const className = `button button-${look}${enhance ? ' enhanced-only' : ''}`
  return (
    <button
      type={enhance ? 'button' : 'submit'}
      className={className}
      data-enhance={enhance}
      data-done={done}
      {...rest}
    >
      {children}
    </button>
  )
}

export interface ButtonLinkProps {
  readonly href: string
  readonly children: ReactNode
  readonly look?: ButtonLook
}

/** Goes somewhere, as the next step of a page. */
export function ButtonLink({ href, children, look = 'primary' }: ButtonLinkProps) {
  return (
    <a className={`button button-${look}`} href={href}>
      {children}
    </a>
  )
}
