import { formatDate, formatList, formatNumber } from '../i18n/format.ts'
import { href, type Locale } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { ResultList, type ResultListProps, ResultRow, type ResultRowProps } from '../ui/result-row.tsx'
import type { StateWordProps } from '../ui/state-word.tsx'
import type { EntryInList } from './entry-row.fields.ts'
import { kindWord } from './kind.ts'
import { periodText } from './period.ts'
import { evidenceState, freshnessState, stageState } from './states.ts'
import { langOf, shortened } from './text.ts'

type Facts = readonly (string | undefined)[]

// A summary may have 1,200 characters; a row has room for the length of three straplines.
const longestStrapline = 240

/** Place, time and kind of an entry as short facts: "Gdańsk", "Poland", "since 2016". Unknown ones are left out. */
export function entryFacts(locale: Locale, entry: EntryInList): Facts {
  const date = (value: string | null) => (value ? formatDate(locale, value) : undefined)
  switch (entry.__typename) {
    case 'Practice':
      return [
        entry.city?.title.value ?? entry.territory ?? undefined,
        entry.country?.title.value,
        periodText(locale, entry, entry.stage === 'ENDED' || entry.stage === 'FAILED'),
      ]
    case 'City':
      return [
        entry.country?.title.value,
        entry.population
          ? t(locale, 'entry.people', { number: formatNumber(locale, entry.population) })
          : undefined,
      ]
    case 'Country':
      return []
    case 'Organisation':
      return [entry.category?.label.value, entry.city?.title.value, entry.country?.title.value]
    case 'ConsultativeBody':
      return [
        entry.category?.label.value,
        entry.city?.title.value,
        entry.country?.title.value,
        periodText(locale, { start: entry.founded, end: entry.ended }),
      ]
    case 'Network':
      return [
        entry.category?.label.value,
        entry.country?.title.value,
        periodText(locale, { start: entry.founded, end: entry.ended }),
      ]
    case 'Framework':
      return [entry.category?.label.value, entry.owner ?? undefined, date(entry.adopted)]
    case 'Component':
      return [
        entry.category?.label.value,
        t(locale, 'entry.practices', { count: entry.practices.totalCount }),
      ]
    case 'Project':
      return [
        entry.leadOrganisation?.title.value,
        entry.countries.length > 3
          ? t(locale, 'entry.countries', { count: entry.countries.length })
          : formatList(
              locale,
              entry.countries.map((country) => country.title.value),
            ),
        periodText(locale, entry, entry.status === 'CLOSED' || entry.status === 'CANCELLED'),
      ]
    case 'Visit':
      return [
        entry.category?.label.value,
        entry.hostCity?.title.value ?? entry.hostCountry?.title.value ?? entry.hostName ?? undefined,
        entry.end ? periodText(locale, entry) : date(entry.start),
      ]
    case 'Event':
      return [
        entry.category?.label.value,
        entry.city?.title.value,
        entry.end ? periodText(locale, entry) : date(entry.start),
      ]
    case 'Resource':
      return [entry.category?.label.value, entry.publisher ?? undefined, date(entry.published)]
  }
}

/** Evidence, freshness and stage of a practice; other kinds have none of them. */
export function entryStates(locale: Locale, entry: EntryInList): readonly StateWordProps[] {
  if (entry.__typename !== 'Practice') return []
  return [
    evidenceState(locale, entry.evidenceLevel),
    freshnessState(locale, entry.freshness),
    ...(entry.stage ? [stageState(locale, entry.stage)] : []),
  ]
}

/** An entry of any kind as a row. `withKind` says above the title what it is, where a list mixes kinds. */
export function entryRow(locale: Locale, entry: EntryInList, withKind = false): ResultRowProps {
  const line = (entry.__typename === 'Practice' ? entry.strapline : undefined) ?? entry.summary
  return {
    href: href(locale, entry.path),
    title: entry.title.value,
    lang: langOf(locale, entry.title),
    kind: withKind ? kindWord(locale, entry.kind) : undefined,
    strapline: line ? shortened(line.value, longestStrapline) : undefined,
    facts: entryFacts(locale, entry),
    states: entryStates(locale, entry),
  }
}

/** What the list knows about a row beside the entry itself. */
export type EntryRowProps = Pick<
  ResultRowProps,
  'level' | 'snippet' | 'snippetLang' | 'reasons' | 'compare'
> & {
  readonly entry: EntryInList
  readonly withKind?: boolean
}

/** One entry of any kind in a list. */
export function EntryRow({ entry, withKind, ...rest }: EntryRowProps) {
  const { locale } = useWords()
  return <ResultRow {...entryRow(locale, entry, withKind)} {...rest} />
}

export interface EntryListProps extends Pick<ResultListProps, 'look'> {
  readonly entries: readonly EntryInList[]
  readonly level?: 2 | 3
  readonly withKind?: boolean
}

/** Entries as rows, in the order given. */
export function EntryList({ entries, level = 3, withKind = false, look }: EntryListProps) {
  const { locale } = useWords()
  const rows = entries.map((entry) => ({ ...entryRow(locale, entry, withKind), level }))
  return <ResultList rows={rows} {...(look ? { look } : {})} />
}
