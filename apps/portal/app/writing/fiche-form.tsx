import type { FicheField } from '@hansa/domain/fiche'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.tsx'
import { Ask } from './ask.tsx'
import { ClashChoice } from './clash-choice.tsx'
import type { Clash } from './form.server.ts'
import { FormProvider, type FormView } from './form-context.tsx'
import { Remarks } from './remarks.tsx'
import type { Values } from './values.ts'
import type { RevisionField } from './writing.query.ts'

export interface FicheFormProps {
  readonly view: FormView
  readonly fields: readonly FicheField[]
  /** What the fields say now: what was typed, or else what is saved. */
  readonly values: Values
  /** What the form showed at first: only what differs from it is saved. */
  readonly base: Values
  readonly version: number
  readonly clashes?: readonly Clash[]
  /** What is saved of the fields and remarked on them. */
  readonly saved?: readonly RevisionField[]
  /** The buttons. */
  readonly children: ReactNode
}

/** Questions of a fiche as one form, complete without a script. */
export function FicheForm({
  view,
  fields,
  values,
  base,
  version,
  clashes = [],
  saved = [],
  children,
}: FicheFormProps) {
  const { t } = useWords()
  return (
    <FormProvider view={view}>
      <form method="post" className="fiche-form" data-enhance="write">
        {/* Return in a field presses the first button of a form: that must be the one that saves. */}
        <button
          type="submit"
          name="intent"
          value="save"
          className="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
        >
          {t('writing.saveNext')}
        </button>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="base" value={JSON.stringify(base)} />
        {fields.map((field) => (
          <Question
            key={field.key}
            field={field}
            value={values[field.key]}
            theirs={base[field.key]}
            clash={clashes.find((one) => one.field === field.key)}
            remarks={saved.find((one) => one.field.key === field.key)?.remarks ?? []}
          />
        ))}
        {children}
      </form>
    </FormProvider>
  )
}

interface QuestionProps {
  readonly field: FicheField
  readonly value: unknown
  readonly theirs: unknown
  readonly clash: Clash | undefined
  readonly remarks: RevisionField['remarks']
}

function Question({ field, value, theirs, clash, remarks }: QuestionProps) {
  const { t } = useWords()
  const need = field.need === 'required' ? undefined : t(`writing.need_${field.need}`)
  const ask = <Ask path={field.key} control={field.control} value={value} need={need} />
  return (
    <div className="question">
      {clash ? (
        <ClashChoice clash={clash} field={field} theirs={theirs}>
          {ask}
        </ClashChoice>
      ) : (
        ask
      )}
      <Remarks remarks={remarks} canWrite />
    </div>
  )
}
