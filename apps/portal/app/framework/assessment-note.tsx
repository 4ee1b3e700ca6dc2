import { Fragment } from 'react'
import { Name } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'

export interface AssessmentNoteProps {
  /** What the assessment is called and who made it, as far as it is known. */
  readonly names: readonly (string | null)[]
  readonly date: string | null
}

/** What a chart of scores must say of itself: its scale, which assessment it is, from when. */
export function AssessmentNote({ names, date: day }: AssessmentNoteProps) {
  const { t, date } = useWords()
  return (
    <>
      {t('framework.scale')}.{' '}
      {names.map((name) =>
        name ? (
          <Fragment key={name}>
            <Name>{name.replace(/\.?$/, '.')}</Name>{' '}
          </Fragment>
        ) : null,
      )}
      {day ? date(day) : t('framework.undated')}.
    </>
  )
}
