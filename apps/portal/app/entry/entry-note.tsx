import { useWords } from '../i18n/use-words.tsx'
import { Callout } from '../ui/callout.tsx'
import type { EntryPage } from './entry.fields.ts'

export interface EntryNoteProps {
  readonly entry: Pick<EntryPage, 'coverage' | 'freshness' | 'confirmationDueAt'>
  /** Whether people act on the record, so that one nobody confirmed must say so before they read on. */
  readonly reliedOn?: boolean
}

/** What to know before reading on: that the record is short, was never confirmed, or is overdue. Else nothing. */
export function EntryNote({ entry, reliedOn = false }: EntryNoteProps) {
  const { t, date } = useWords()
  const { coverage, freshness, confirmationDueAt: due } = entry
  if (freshness === 'OVERDUE' && due)
    return (
      <Callout title={t('entry.overdueTitle')} tone="attention">
        <p>{t('entry.overdueText', { date: date(due) })}</p>
      </Callout>
    )
  const unconfirmed = reliedOn && freshness === 'UNCONFIRMED'
  if (coverage === 'FULL' && !unconfirmed) return null
  return (
    <Callout title={t(`entry.note${coverage}Title`)}>
      <p>
        {t(`entry.note${coverage}Text`)} {unconfirmed && coverage !== 'FULL' ? t('entry.askFirst') : null}
      </p>
    </Callout>
  )
}
