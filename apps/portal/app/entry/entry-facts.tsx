import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.tsx'
import { type SummaryItem, SummaryList } from '../ui/summary-list.tsx'
import type { EntryPage } from './entry.fields.ts'
import { Name } from './marked.tsx'

/** Key facts of which only the stated ones are shown; nothing when none is. For pages whose records are short. */
export function StatedFacts({ items }: { readonly items: readonly SummaryItem[] }) {
  const stated = items.filter(({ detail }) => detail)
  return stated.length > 0 ? <SummaryList items={stated} /> : null
}

/** Lines about what else an entry is called: other names, and its ids in other systems. */
export function useNameFacts({
  alternativeNames,
  identifiers,
}: Pick<EntryPage, 'alternativeNames' | 'identifiers'>): readonly SummaryItem[] {
  const { t } = useWords()
  return [
    { term: t('entry.alsoCalled'), detail: otherNames(alternativeNames) },
    ...identifiers.map(({ scheme, value }) => ({
      term: scheme,
      detail: <span className="identifier">{value}</span>,
    })),
  ]
}

/** What else an entry is called, in whatever language; nothing when it has one name. */
export function otherNames(names: readonly string[]): ReactNode {
  return names.length > 0 ? <Name>{names.join(' · ')}</Name> : null
}

/** A website as a link that shows where it leads. */
export function WebLink({ url }: { readonly url: string }) {
  return <a href={url}>{hostOf(url)}</a>
}

/** The part of an address a person recognises: `https://www.gdansk.pl/integration` → gdansk.pl. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url
}
