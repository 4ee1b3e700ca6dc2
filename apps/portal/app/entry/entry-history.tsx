import { formatDate } from '../i18n/format.ts'
import type { Locale } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { HistoryLine } from '../ui/history-line.tsx'
import type { EntryPage } from './entry.fields.ts'

type Dates = Pick<
  EntryPage,
  'freshness' | 'lastConfirmedAt' | 'confirmationDueAt' | 'updatedAt' | 'provenance'
>

type HistoryWord =
  | 'entry.confirmedOn'
  | 'entry.dueOn'
  | 'entry.overdueSince'
  | 'entry.writtenOn'
  | 'entry.changedOn'

/** What happened to a record, in sentences: confirmed when and until when, taken over when, changed when. */
export function historySentences(locale: Locale, entry: Dates): readonly string[] {
  const { freshness, lastConfirmedAt: confirmed, confirmationDueAt: due, updatedAt, provenance } = entry
  const say = (key: HistoryWord, value: string | null) =>
    value ? [t(locale, key, { date: formatDate(locale, value) })] : []
  return [
    ...(confirmed ? say('entry.confirmedOn', confirmed) : [t(locale, 'entry.neverConfirmed')]),
    ...(confirmed ? say(freshness === 'OVERDUE' ? 'entry.overdueSince' : 'entry.dueOn', due) : []),
    ...say('entry.writtenOn', provenance.harvested),
    ...(updatedAt.slice(0, 10) === provenance.harvested ? [] : say('entry.changedOn', updatedAt)),
  ]
}

/** Who stands for the record and until when. */
export function EntryHistory({ entry }: { readonly entry: Dates }) {
  const { locale } = useWords()
  return (
    <HistoryLine
      sentences={historySentences(locale, entry)}
      tone={entry.freshness === 'OVERDUE' ? 'attention' : 'plain'}
    />
  )
}
