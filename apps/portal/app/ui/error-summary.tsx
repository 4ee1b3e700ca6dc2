import { useWords } from '../i18n/use-words.tsx'

export interface FieldProblem {
  /** Name of the field, which is also its id. */
  readonly field: string
  readonly message: string
}

/** What must be put right, before the page's title, each linked to its field. The script moves the focus here. */
export function ErrorSummary({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const { t } = useWords()
  if (problems.length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} data-enhance="focus">
      <h2>{t('ui.thereIsAProblem')}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.field}>
            <a href={`#${problem.field}`}>{problem.message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
