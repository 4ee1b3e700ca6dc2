import { otherNames } from '../entry/entry-facts.tsx'
import { EntryHeading } from '../entry/entry-heading.tsx'
import { EntryLink } from '../entry/entry-link.tsx'
import { EntryNote } from '../entry/entry-note.tsx'
import { EntryProse } from '../entry/entry-prose.tsx'
import { useEndSections } from '../entry/entry-record.tsx'
import { EntryList } from '../entry/entry-row.tsx'
import { ContentLanguage, Name, Told } from '../entry/marked.tsx'
import { type PageSection, PageSections } from '../entry/page-sections.tsx'
import { periodText } from '../entry/period.ts'
import { useWords } from '../i18n/use-words.tsx'
import { type SummaryItem, SummaryList } from '../ui/summary-list.tsx'
import type { FrameworkPage } from './framework.query.ts'
import { FrameworkScores } from './framework-scores.tsx'
import { ItemTree } from './item-tree.tsx'
import { Scoreboard } from './scoreboard.tsx'

/** The page of a charter, plan or index: who owns it, what it consists of, who was assessed and who has signed. */
export function FrameworkPageView({ framework }: { readonly framework: FrameworkPage }) {
  const { t, locale, href } = useWords()
  const { title, summary, type, adopted, ended, itemCount } = framework
  const facts = [
    type ? <Told key="type" text={type.label} /> : undefined,
    periodText(locale, { start: adopted, end: ended }),
    itemCount > 0 ? t('framework.itemCount', { count: itemCount }) : undefined,
  ]
  const sections = useFrameworkSections(framework)
  return (
    <ContentLanguage of={framework}>
      <article>
        <EntryHeading
          entry={framework}
          trail={[{ label: t('list.framework'), href: href('/frameworks') }]}
          facts={facts}
        >
          {summary ? <EntryProse text={summary} title={title} /> : null}
        </EntryHeading>
        <EntryNote entry={framework} />
        <PageSections sections={[...sections, ...useEndSections(framework)]} />
      </article>
    </ContentLanguage>
  )
}

function useFrameworkSections(framework: FrameworkPage): readonly PageSection[] {
  const { t } = useWords()
  const { slug, items, assessments, commitments, visits } = framework
  return [
    { id: 'glance', title: t('framework.glance'), content: <Glance framework={framework} /> },
    {
      id: 'items',
      title: t('framework.items'),
      content: items.length > 0 && <ItemTree items={items} framework={slug} />,
    },
    {
      id: 'scores',
      title: t('framework.scores'),
      content: assessments.length > 0 && <FrameworkScores framework={framework} />,
    },
    {
      id: 'signatories',
      title: t('framework.signatories'),
      content: commitments.length > 0 && <Scoreboard commitments={commitments} />,
    },
    {
      id: 'visits',
      title: t('framework.visits'),
      content: visits.nodes.length > 0 && <EntryList entries={visits.nodes} />,
    },
  ]
}

function Glance({ framework }: { readonly framework: FrameworkPage }) {
  const { t, date } = useWords()
  const { network, organisation, owner, adopted, ended, alternativeNames } = framework
  const items: readonly (SummaryItem | null)[] = [
    network ? { term: t('framework.network'), detail: <EntryLink entry={network} /> } : null,
    organisation ? { term: t('framework.organisation'), detail: <EntryLink entry={organisation} /> } : null,
    owner || !(network || organisation)
      ? { term: t('framework.owner'), detail: owner ? <Name>{owner}</Name> : null }
      : null,
    { term: t('framework.adopted'), detail: adopted ? date(adopted) : null },
    ended ? { term: t('framework.ended'), detail: date(ended) } : null,
    alternativeNames.length > 0
      ? { term: t('network.alsoKnownAs'), detail: otherNames(alternativeNames) }
      : null,
  ]
  return <SummaryList items={items.filter((item) => item !== null)} />
}
