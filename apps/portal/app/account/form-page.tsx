import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

/** What an action gives back when something must be put right. */
export interface FormState {
  readonly problems?: readonly FieldProblem[] | undefined
}

export interface FormPageProps {
  readonly title: string
  readonly lede?: ReactNode
  readonly state: FormState | undefined
  /** Words of the button; without, the page has no form of its own. */
  readonly button: string
  /** The fields. */
  readonly children?: ReactNode
  /** What stands below: other ways on. */
  readonly after?: ReactNode
}

/** A page with one form: what is wrong first, then title, fields, button, other ways on. */
export function FormPage({ title, lede, state, button, children, after }: FormPageProps) {
  return (
    <div className="form-page">
      <ErrorSummary problems={state?.problems ?? []} />
      <PageHeading title={title} strapline={lede} />
      <form method="post" className="form-fields">
        {children}
        <p>
          <Button>{button}</Button>
        </p>
      </form>
      {after ? <div className="form-after">{after}</div> : null}
    </div>
  )
}

/** The words for a field's problem, as `Field` wants them. */
export function errorOf(state: FormState | undefined, field: string): string | undefined {
  return state?.problems?.find((problem) => problem.field === field)?.message
}
