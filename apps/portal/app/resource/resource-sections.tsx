import { StatedFacts, useNameFacts } from '../entry/entry-facts.tsx'
import { EntryLink } from '../entry/entry-link.tsx'
import { EntryProse } from '../entry/entry-prose.tsx'
import { useEndSections } from '../entry/entry-record.tsx'
import { EntryList } from '../entry/entry-row.tsx'
import { EntrySubjects } from '../entry/entry-subjects.tsx'
import { Name } from '../entry/marked.tsx'
import type { PageSection } from '../entry/page-sections.tsx'
import { useWords } from '../i18n/use-words.tsx'
import type { ResourcePage } from './resource.fields.ts'

/** What a publication or tool is, who made it, and which practices it describes. */
export function useResourceSections(resource: ResourcePage): readonly PageSection[] {
  const { t } = useWords()
  const { practices, policyAreas } = resource
  return [
    { id: 'about', title: t('resource.about'), content: <About resource={resource} /> },
    {
      id: 'practices',
      title: t('resource.practices'),
      content: practices.length > 0 && <EntryList entries={practices} />,
    },
    {
      id: 'subjects',
      title: t('entry.subjects'),
      content: policyAreas.length > 0 && (
        <EntrySubjects
          subjects={[{ term: t('entry.policyAreas'), concepts: policyAreas, filter: 'policyArea' }]}
        />
      ),
    },
    ...useEndSections(resource),
  ]
}

function About({ resource }: { readonly resource: ResourcePage }) {
  const { t, date } = useWords()
  const { summary, title, authors, publisher, published, organisation, network } = resource
  return (
    <>
      {summary ? <EntryProse text={summary} title={title} /> : null}
      <StatedFacts
        items={[
          {
            term: t('resource.authors'),
            detail: authors.length > 0 ? <Name>{authors.join(' · ')}</Name> : undefined,
          },
          { term: t('resource.publisher'), detail: publisher ? <Name>{publisher}</Name> : undefined },
          { term: t('resource.published'), detail: published ? date(published) : undefined },
          {
            term: t('resource.organisation'),
            detail: organisation ? <EntryLink entry={organisation} /> : undefined,
          },
          { term: t('resource.network'), detail: network ? <EntryLink entry={network} /> : undefined },
          ...useNameFacts(resource),
        ]}
      />
    </>
  )
}
