import { Breadcrumbs } from './breadcrumbs.tsx'
import type { Example } from './example.ts'
import { IndexList } from './index-list.tsx'
import { Columns } from './layout.tsx'
import { Prose } from './prose.tsx'
import { SectionNav } from './section-nav.tsx'

const story = `Newcomers with children waited up to five months for a school place, because three offices each asked for the papers of the other two.

The city put the three desks into one room on two afternoons a week:

- registration and proof of address
- the school place, with an interpreter
- the first appointment with the health service`

export const examples: readonly Example[] = [
  {
    name: 'Breadcrumbs',
    show: () => (
      <Breadcrumbs
        items={[
          { label: 'Practices', href: '/practices' },
          { label: 'Education', href: '/policy-areas/education' },
          { label: 'One room for the first school day' },
        ]}
      />
    ),
  },
  {
    name: 'Page heading in another language',
    show: () => (
      <div className="page-heading">
        <p className="eyebrow">Practice</p>
        <h2 lang="de">Ein Zimmer für den ersten Schultag</h2>
        <p className="lede" lang="de">
          Drei Ämter an einem Tisch: Familien bekommen in einem Gang Anmeldung, Schulplatz und Arzttermin.
        </p>
      </div>
    ),
  },
  { name: 'Prose', show: () => <Prose text={story} /> },
  {
    name: 'Prose in another language, translated by a machine',
    show: () => (
      <Prose
        text={{ value: 'La ville a réuni trois guichets dans une salle.', language: 'fr', origin: 'MACHINE' }}
      />
    ),
  },
  {
    name: 'Section navigation',
    show: () => (
      <SectionNav
        items={[
          { id: 'challenge', label: 'The challenge' },
          { id: 'steps', label: 'What was done, step by step' },
          { id: 'results', label: 'Results' },
          { id: 'sources', label: 'Sources' },
        ]}
      />
    ),
  },
  {
    name: 'Index list',
    show: () => (
      <IndexList
        items={['Athens', 'Barcelona', 'Gdańsk', 'Ghent', 'Łódź', 'Malmö', 'Reykjavík', 'Turin'].map(
          (label, index) => ({
            href: `/cities/${index}`,
            label,
            note: `${index + 1}`,
          }),
        )}
      />
    ),
  },
  {
    name: 'Columns',
    show: () => (
      <Columns>
        <p>I work in a town hall and look for what worked elsewhere.</p>
        <p>I run a network and keep its entries true.</p>
        <p>I work for an association and want our project to be found.</p>
      </Columns>
    ),
  },
]
