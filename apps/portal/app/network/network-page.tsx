import { EntryHeading } from '../entry/entry-heading.tsx'
import { EntryNote } from '../entry/entry-note.tsx'
import { EntryProse } from '../entry/entry-prose.tsx'
import { useEndSections } from '../entry/entry-record.tsx'
import { ContentLanguage, Name, Told } from '../entry/marked.tsx'
import { PageSections } from '../entry/page-sections.tsx'
import { periodText } from '../entry/period.ts'
import { useWords } from '../i18n/use-words.tsx'
import type { NetworkPage } from './network.query.ts'
import { useNetworkSections } from './network-sections.tsx'

/** The page of a network: what it is, who belongs to it, what it asks of its members, what they did. */
export function NetworkPageView({ network }: { readonly network: NetworkPage }) {
  const { t, locale, href } = useWords()
  const { title, summary, acronym, type, country, founded, ended } = network
  const sections = useNetworkSections(network)
  const facts = [
    acronym ? <Name key="acronym">{acronym}</Name> : undefined,
    type ? <Told key="type" text={type.label} /> : undefined,
    country ? <Told key="country" text={country.title} /> : undefined,
    periodText(locale, { start: founded, end: ended }),
  ]
  return (
    <ContentLanguage of={network}>
      <article>
        <EntryHeading
          entry={network}
          trail={[{ label: t('list.network'), href: href('/networks') }]}
          facts={facts}
        >
          {summary ? <EntryProse text={summary} title={title} /> : null}
        </EntryHeading>
        <EntryNote entry={network} />
        <PageSections sections={[...sections, ...useEndSections(network)]} />
      </article>
    </ContentLanguage>
  )
}
