import { useWords } from '../i18n/use-words.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Callout, Notice } from '../ui/callout.tsx'
import { Section } from '../ui/section.tsx'
import type { ShownImport } from './import.query.ts'

interface StepProps {
  readonly run: ShownImport
}

const running = new Set(['READING', 'CHECKING', 'COMMITTING', 'UNDOING'])

/** Whether an import is worked on. */
export const isRunning = ({ state }: Pick<ShownImport, 'state'>): boolean => running.has(state)

/** How far the work is. The page asks again by itself, and by a link for who does not want that. */
export function ImportProgress({ run }: StepProps) {
  const { t, href } = useWords()
  const { state, done, rowCount } = run
  return (
    <Callout title={t(`import.state_${state}`)}>
      <p>
        <progress max={rowCount} value={done} aria-label={t(`import.state_${state}`)} />
      </p>
      <p>{t('import.progress', { done, count: rowCount })}</p>
      <p>
        <ButtonLink look="secondary" href={href(`/imports/${run.id}`)}>
          {t('import.lookAgain')}
        </ButtonLink>
      </p>
    </Callout>
  )
}

/** What became of an import that was written or taken back. */
export function ImportOutcome({ run }: StepProps) {
  const { t, date } = useWords()
  if (run.state === 'UNDONE')
    return <Notice>{t('import.undone', { date: date(run.undoneAt?.slice(0, 10) ?? '') })}</Notice>
  if (run.state !== 'COMMITTED') return null
  return <Notice>{t('import.committed', { date: date(run.committedAt?.slice(0, 10) ?? '') })}</Notice>
}

/** Writes an import that was checked, where nothing is wrong with it; else says what to do. */
export function CommitForm({ run }: StepProps) {
  const { t } = useWords()
  const { counts } = run
  if (!counts) return null
  const changes = counts.new + counts.changed
  return (
    <Section id="step" title={t('import.write')}>
      {counts.refused > 0 ? <p>{t('import.putRight', { count: counts.refused })}</p> : null}
      {counts.refused === 0 && changes === 0 ? <p>{t('import.nothingToDo')}</p> : null}
      <form method="post" className="form-fields">
        {counts.refused === 0 && changes > 0 ? (
          <>
            <label className="check">
              <input type="checkbox" name="publish" value="yes" /> {t('import.publish')}
            </label>
            <p className="hint">{t('import.publishHint')}</p>
            <p>
              <Button name="intent" value="commit">
                {t('import.commit', { count: changes })}
              </Button>
            </p>
          </>
        ) : null}
        <p>
          <Button look="quiet" name="intent" value="check">
            {t('import.checkAgain')}
          </Button>{' '}
          <Button look="quiet" name="intent" value="discard">
            {t('import.discard')}
          </Button>
        </p>
      </form>
    </Section>
  )
}

/** Takes a written import back. */
export function UndoForm({ run }: StepProps) {
  const { t, date } = useWords()
  if (run.state !== 'COMMITTED') return null
  return (
    <Section id="step" title={t('import.undo')}>
      <p>{t('import.undoLede', { date: date(run.undoUntil?.slice(0, 10) ?? '') })}</p>
      <form method="post">
        <Button look="secondary" name="intent" value="undo">
          {t('import.undoAll')}
        </Button>
      </form>
    </Section>
  )
}
