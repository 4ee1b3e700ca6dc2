import type { ReactNode } from 'react'
import { formatDate, formatNumber } from '../i18n/format.ts'
import { href, type Locale } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { ResultList, type ResultListProps, ResultRow, type ResultRowProps } from '../ui/result-row.tsx'
import type { StateWordProps } from '../ui/state-word.tsx'
import type { GivenText } from './entry.fields.ts'
import type { EntryInList } from './entry-row.fields.ts'
import { kindWord } from './kind.ts'
import { Name, Told, ToldList } from './marked.tsx'
import { periodText } from './period.ts'
import { evidenceState, freshnessState, stageState } from './states.ts'
import { langOf, shortened } from './text.ts'

type Facts = readonly ReactNode[]

// A summary may have 1,200 characters; a row has room for the length of three straplines.
const longestStrapline = 240

/** Place, time and kind of an entry as short facts: "Gdańsk", "Poland", "since 2016". Unknown ones are left out. */
export function entryFacts(locale: Locale, entry: EntryInList): Facts {
  const date = (value: string | null) => (value ? formatDate(locale, value) : undefined)
  switch (entry.__typename) {
    case 'Practice':
      return [
        entry.city ? told(entry.city.title) : named(entry.territory),
        told(entry.country?.title),
        periodText(locale, entry, entry.stage === 'ENDED' || entry.stage === 'FAILED'),
      ]
    case 'City':
      return [
        entry.region === entry.title.value ? undefined : named(entry.region),
        told(entry.country?.title),
        entry.population
          ? t(locale, 'entry.people', { number: formatNumber(locale, entry.population) })
          : undefined,
      ]
    case 'Country':
      return []
    case 'Organisation':
      return [told(entry.category?.label), told(entry.city?.title), told(entry.country?.title)]
    case 'ConsultativeBody':
      return [
        told(entry.category?.label),
        told(entry.city?.title),
        told(entry.country?.title),
        periodText(locale, { start: entry.founded, end: entry.ended }),
      ]
    case 'Network':
      return [
        told(entry.category?.label),
        told(entry.country?.title),
        periodText(locale, { start: entry.founded, end: entry.ended }),
      ]
    case 'Framework':
      return [told(entry.category?.label), named(entry.owner), date(entry.adopted)]
    case 'Component':
      return [
        told(entry.category?.label),
        t(locale, 'entry.practices', { count: entry.practices.totalCount }),
      ]
    case 'Project':
      return [
        told(entry.leadOrganisation?.title),
        entry.countries.length > 3 ? (
          t(locale, 'entry.countries', { count: entry.countries.length })
        ) : entry.countries.length > 0 ? (
          <ToldList key="countries" texts={entry.countries.map(({ title }) => title)} />
        ) : undefined,
        periodText(locale, entry, entry.status === 'CLOSED' || entry.status === 'CANCELLED'),
      ]
    case 'Visit':
      return [
        told(entry.category?.label),
        told(entry.hostCity?.title ?? entry.hostCountry?.title) ?? named(entry.hostName),
        entry.end ? periodText(locale, entry) : date(entry.start),
      ]
    case 'Event':
      return [
        told(entry.category?.label),
        told(entry.city?.title),
        entry.end ? periodText(locale, entry) : date(entry.start),
      ]
    case 'Resource':
      return [told(entry.category?.label), named(entry.publisher), date(entry.published)]
  }
}

const told = (text: GivenText | null | undefined): ReactNode => (text ? <Told text={text} /> : undefined)
const named = (name: string | null): ReactNode => (name ? <Name>{name}</Name> : undefined)

/** Evidence, freshness and stage of a practice; of other kinds only that nobody confirmed it in time. */
export function entryStates(locale: Locale, entry: EntryInList): readonly StateWordProps[] {
  if (entry.__typename !== 'Practice')
    return entry.freshness === 'OVERDUE' ? [freshnessState(locale, entry.freshness)] : []
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
    straplineLang: langOf(locale, line),
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
