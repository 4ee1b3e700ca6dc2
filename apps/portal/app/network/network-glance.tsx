import { ConceptLinks } from '../entry/concept-links.tsx'
import { otherNames } from '../entry/entry-facts.tsx'
import { EntryLink } from '../entry/entry-link.tsx'
import { Name, Plain } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { type SummaryItem, SummaryList } from '../ui/summary-list.tsx'
import type { NetworkPage } from './network.query.ts'

/** What the network is, in terms: who runs it, since when, under which roof, how many belong to it. */
export function NetworkGlance({ network }: { readonly network: NetworkPage }) {
  const { t, date } = useWords()
  const { parent, secretariat, owner, scope, country, founded, ended, website, alternativeNames } = network
  const items: readonly (SummaryItem | false | null)[] = [
    parent && { term: t('network.parent'), detail: <EntryLink entry={parent} /> },
    secretariat && { term: t('network.secretariat'), detail: <EntryLink entry={secretariat} /> },
    owner || !secretariat ? { term: t('network.owner'), detail: owner ? <Name>{owner}</Name> : null } : null,
    { term: t('network.founded'), detail: founded ? date(founded) : null },
    ended ? { term: t('network.ended'), detail: date(ended) } : null,
    country && { term: t('network.country'), detail: <EntryLink entry={country} /> },
    scope && {
      term: t('network.scope'),
      detail: <ConceptLinks concepts={[scope]} filter="governanceLevel" />,
    },
    {
      term: t('network.members'),
      detail: network.memberCounts.map((count) => <Count key={count.statement} count={count} />),
    },
    website ? { term: t('network.website'), detail: <a href={website}>{website}</a> } : null,
    alternativeNames.length > 0 && { term: t('network.alsoKnownAs'), detail: otherNames(alternativeNames) },
  ]
  return <SummaryList items={items.filter((item) => item !== null && item !== false)} />
}

/** How many members a source says there are: in its words, with its date. */
function Count({ count }: { readonly count: NetworkPage['memberCounts'][number] }) {
  const { t, date } = useWords()
  const { statement, asOf, url } = count
  return (
    <p>
      {url ? (
        <a href={url}>
          <Plain>{statement}</Plain>
        </a>
      ) : (
        <Plain>{statement}</Plain>
      )}{' '}
      <span className="quiet">{asOf ? t('network.asOf', { date: date(asOf) }) : t('figure.noYear')}</span>
    </p>
  )
}
