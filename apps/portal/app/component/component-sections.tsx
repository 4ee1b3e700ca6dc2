import { conceptFields, entryPageFields, textFields } from '../entry/entry.fields.ts'
import { EntryConnection } from '../entry/entry-connection.tsx'
import { EntryProse } from '../entry/entry-prose.tsx'
import { useEndSections } from '../entry/entry-record.tsx'
import { entryRowFields } from '../entry/entry-row.fields.ts'
import { EntrySubjects, type Subject } from '../entry/entry-subjects.tsx'
import type { PageSection } from '../entry/page-sections.tsx'
import { placeFields, placesOf } from '../entry/places.ts'
import { graphql, type ResultOf } from '../graphql.ts'
import { useWords } from '../i18n/use-words.tsx'
import { MapOfResults } from '../ui/map/map-of-results.tsx'

/** A building block and the practices that use it, as its page shows them. */
export const componentPageFields = graphql(
  `
    fragment ComponentPageFields on Component {
      ...EntryPageFields
      whatItDoes { ...TextFields }
      enablingConditions { ...TextFields }
      lessons { ...TextFields }
      measureType { ...ConceptFields }
      policyAreas { ...ConceptFields }
      targetGroups { ...ConceptFields }
      practices(first: 100) {
        totalCount
        nodes { ...EntryRowFields city { ...PlaceFields } }
      }
    }
  `,
  [entryPageFields, entryRowFields, placeFields, conceptFields, textFields],
)
export type ComponentPage = ResultOf<typeof componentPageFields>

/** What it does, what it needs, what was learnt, and who uses it. Texts its sources do not have are left out. */
export function useComponentSections(component: ComponentPage): readonly PageSection[] {
  const { t } = useWords()
  const { title, whatItDoes, enablingConditions, lessons } = component
  return [
    {
      id: 'what-it-does',
      title: t('component.whatItDoes'),
      content: whatItDoes && <EntryProse text={whatItDoes} title={title} />,
    },
    {
      id: 'conditions',
      title: t('component.conditions'),
      content: enablingConditions && <EntryProse text={enablingConditions} title={title} />,
    },
    {
      id: 'lessons',
      title: t('component.lessons'),
      content: lessons && <EntryProse text={lessons} title={title} />,
    },
    {
      id: 'practices',
      title: t('component.practices', { count: component.practices.totalCount }),
      content: <Users component={component} />,
    },
    {
      id: 'subjects',
      title: t('entry.subjects'),
      content: <EntrySubjects subjects={useSubjects(component)} />,
    },
    ...useEndSections(component),
  ]
}

/** The practices that use it, on a map and as a list. */
function Users({ component: { practices } }: { readonly component: ComponentPage }) {
  const { t, href } = useWords()
  const places = placesOf(practices.nodes.map(({ city }) => city))
  if (practices.nodes.length === 0)
    return (
      <p>
        {t('component.unused')} <a href={href('/practices')}>{t('component.allPractices')}</a>
      </p>
    )
  return (
    <>
      {places.length > 1 ? <MapOfResults title={t('component.map')} places={places} /> : null}
      <EntryConnection entries={practices} />
    </>
  )
}

function useSubjects({ policyAreas, targetGroups, measureType }: ComponentPage): readonly Subject[] {
  const { t } = useWords()
  return [
    { term: t('entry.policyAreas'), concepts: policyAreas, filter: 'policyArea' },
    { term: t('entry.forWhom'), concepts: targetGroups, filter: 'targetGroup' },
    {
      term: t('entry.measureTypes'),
      concepts: measureType ? [measureType] : [],
      filter: 'measureType',
    },
  ]
}
