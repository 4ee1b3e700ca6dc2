import { HistoryStep, shownSteps } from '../curation/history-step.tsx'
import { formatDate } from '../i18n/format.ts'
import type { Locale } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { HistoryLine } from '../ui/history-line.tsx'
import type { EntryPage } from './entry.fields.ts'

type Dates = Pick<
  EntryPage,
  'freshness' | 'lastConfirmedAt' | 'confirmationDueAt' | 'updatedAt' | 'provenance' | 'history'
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
  // Whoever is named beside as having published or confirmed it that day has said it already.
  const isTold = shownSteps(entry.history).some(
    ({ step, at }) => step !== 'MERGE' && at.slice(0, 10) === confirmed,
  )
  const confirmation = confirmed ? say('entry.confirmedOn', confirmed) : [t(locale, 'entry.neverConfirmed')]
  return [
    ...(isTold ? [] : confirmation),
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
      sentences={[
        ...shownSteps(entry.history).map((line) => <HistoryStep key={line.step} line={line} />),
        ...historySentences(locale, entry),
      ]}
      tone={entry.freshness === 'OVERDUE' ? 'attention' : 'plain'}
    />
  )
}
