import type { ReactNode } from 'react'
import type { Locale } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { FollowForm } from '../news/follow-form.tsx'
import { Breadcrumbs, type Crumb } from '../ui/breadcrumbs.tsx'
import { FactLine } from '../ui/fact-line.tsx'
import { LanguageNote } from '../ui/language-note.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { StateLine, type StateWordProps } from '../ui/state-word.tsx'
import type { EntryPage, GivenText } from './entry.fields.ts'
import { kindWord } from './kind.ts'
import { Told } from './marked.tsx'
import { OtherLanguages } from './other-languages.tsx'
import { featuredState, freshnessState } from './states.ts'
import { langOf } from './text.ts'

export interface EntryHeadingProps {
  readonly entry: EntryPage
  /** The lists it stands in, without itself. */
  readonly trail: readonly Crumb[]
  readonly strapline?: GivenText | null | undefined
  /** Place, time and the like; empty ones fall out. */
  readonly facts?: readonly ReactNode[]
  readonly states?: readonly StateWordProps[]
  /** Notes below. */
  readonly children?: ReactNode
}

/** The states of a kind, with what is said of any entry: that its confirmation is overdue, that curators chose it. */
function statesOf(
  locale: Locale,
  entry: EntryPage,
  own: readonly StateWordProps[],
): readonly StateWordProps[] {
  const freshness = freshnessState(locale, entry.freshness)
  const isMissing = entry.freshness === 'OVERDUE' && own.every(({ about }) => about !== freshness.about)
  return [...own, ...(isMissing ? [freshness] : []), ...(entry.isFeatured ? [featuredState(locale)] : [])]
}

/** The head of the page of an entry: where it stands, what it is, its name, a line of facts, its states. */
export function EntryHeading({ entry, trail, strapline, facts, states, children }: EntryHeadingProps) {
  const { locale } = useWords()
  const { title } = entry
  return (
    <>
      <Breadcrumbs items={[...trail, { label: title.value, lang: langOf(locale, title) }]} />
      <PageHeading
        kind={kindWord(locale, entry.kind)}
        title={title.value}
        lang={langOf(locale, title)}
        strapline={strapline ? <Told text={strapline} /> : undefined}
      >
        <LanguageNote language={title.language} origin={title.origin} />
        <OtherLanguages entry={entry} />
        <FactLine facts={facts ?? []} />
        <StateLine states={statesOf(locale, entry, states ?? [])} />
        {children}
        <FollowForm target={entry.id} />
      </PageHeading>
    </>
  )
}
