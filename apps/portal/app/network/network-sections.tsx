import type { EntryInList } from '../entry/entry-row.fields.ts'
import { EntryList } from '../entry/entry-row.tsx'
import { Plain, Told } from '../entry/marked.tsx'
import type { PageSection } from '../entry/page-sections.tsx'
import { langOf } from '../entry/text.ts'
import { CommitmentTable } from '../framework/commitment-table.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { IndexList } from '../ui/index-list.tsx'
import { MemberList } from './member-list.tsx'
import { MembershipTable } from './membership-table.tsx'
import type { NetworkPage } from './network.query.ts'
import { NetworkGlance } from './network-glance.tsx'

/** Everything the page of a network has to say, in reading order; what is not known is left out. */
export function useNetworkSections(network: NetworkPage): readonly PageSection[] {
  const { t } = useWords()
  const list = (entries: readonly EntryInList[]) => entries.length > 0 && <EntryList entries={entries} />
  const { members, branches, frameworks, workplan, practices, memberships, commitments } = network
  return [
    { id: 'glance', title: t('network.glance'), content: <NetworkGlance network={network} /> },
    {
      id: 'members',
      title: t('network.members'),
      content: members.length > 0 && <MemberList network={network.title.value} members={members} />,
    },
    {
      id: 'branches',
      title: t('network.branches'),
      content: branches.nodes.length > 0 && <Branches network={network} />,
    },
    {
      id: 'asks',
      title: t('network.asks'),
      content: frameworks.nodes.length > 0 && <Frameworks network={network} />,
    },
    {
      id: 'workplan',
      title: t('network.workplan'),
      content: workplan.length > 0 && <Workplan items={workplan} />,
    },
    {
      id: 'practices',
      title: t('network.practices'),
      content: practices.totalCount > 0 && <Practices network={network} />,
    },
    { id: 'visits', title: t('network.visits'), content: list(network.visits.nodes) },
    { id: 'events', title: t('network.events'), content: list(network.events.nodes) },
    { id: 'resources', title: t('network.resources'), content: list(network.resources.nodes) },
    {
      id: 'memberships',
      title: t('network.ties'),
      content: memberships.length + commitments.length > 0 && (
        <>
          {memberships.length > 0 ? <MembershipTable memberships={memberships} /> : null}
          {commitments.length > 0 ? <CommitmentTable commitments={commitments} /> : null}
        </>
      ),
    },
  ]
}

function Branches({ network: { branches } }: { readonly network: NetworkPage }) {
  const { locale, href } = useWords()
  return (
    <IndexList
      items={branches.nodes.map(({ path, title, country }) => ({
        href: href(path),
        label: title.value,
        lang: langOf(locale, title),
        note: country ? <Told text={country.title} /> : undefined,
      }))}
    />
  )
}

/** Charters, plans and indices the network owns, each with what it consists of at its lowest level. */
function Frameworks({ network: { frameworks } }: { readonly network: NetworkPage }) {
  const { t, locale, href } = useWords()
  return (
    <>
      {frameworks.nodes.map(({ id, path, title, summary, items }) => {
        const lowest = items.flatMap((item) => (item.children.length > 0 ? item.children : [item]))
        return (
          <div className="stack" key={id}>
            <h3 lang={langOf(locale, title)}>
              <a href={href(path)}>{title.value}</a>
            </h3>
            {summary ? (
              <p className="prose" lang={langOf(locale, summary)}>
                {summary.value}
              </p>
            ) : null}
            {lowest.length > 0 ? (
              <IndexList
                items={lowest.map((item) => ({
                  href: `${href(path)}#item-${item.key}`,
                  label: item.title.value,
                  lang: langOf(locale, item.title),
                }))}
              />
            ) : (
              <p className="quiet">{t('network.noItems')}</p>
            )}
          </div>
        )
      })}
    </>
  )
}

function Workplan({ items }: { readonly items: readonly string[] }) {
  return (
    <div className="prose">
      <ul>
        {items.map((item) => (
          <li key={item}>
            <Plain>{item}</Plain>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Practices({ network: { slug, practices } }: { readonly network: NetworkPage }) {
  const { t, href } = useWords()
  return (
    <>
      <EntryList entries={practices.nodes} />
      {practices.totalCount > practices.nodes.length ? (
        <p>
          <a href={href(`/practices?${new URLSearchParams({ network: slug })}`)}>
            {t('network.allPractices', { count: practices.totalCount })}
          </a>
        </p>
      ) : null}
    </>
  )
}
