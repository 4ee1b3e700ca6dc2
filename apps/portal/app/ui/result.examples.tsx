import { ActiveFilters } from './active-filters.tsx'
import { CompareTray } from './compare-tray.tsx'
import type { Example } from './example.ts'
import { type FilterGroup, FilterPanel } from './filter-panel.tsx'
import { Fold } from './fold.tsx'
import { SidebarLayout } from './layout.tsx'
import { MapOfResults } from './map/map-of-results.tsx'
import { PageNumbers } from './page-numbers.tsx'
import { ResultList, type ResultRowProps } from './result-row.tsx'
import { SearchField } from './search-field.tsx'

export const rows: readonly ResultRowProps[] = [
  {
    href: '/practices/one-room',
    title: 'One room for the first school day',
    kind: 'Practice',
    strapline:
      'Three offices at one table: families leave with registration, a school place and a doctor’s appointment.',
    facts: ['Ghent', 'Belgium', 'since 2017'],
    snippet: [
      { text: 'Families in temporary ', match: false },
      { text: 'housing', match: true },
      { text: ' waited longest, because proof of address came last.', match: false },
    ],
    states: [
      { about: 'Evidence', word: 'change measured', mark: { shape: 'level', value: 2, of: 5 } },
      { about: 'Freshness', word: 'confirmed', mark: { shape: 'disc', fill: 'full' }, tone: 'good' },
      { about: 'Stage', word: 'running', mark: { shape: 'disc', fill: 'full' } },
    ],
    reasons: [
      'a city of your size',
      'housing is decided locally, as with you',
      'both among long-established destinations',
    ],
    compare: { value: 'prac_a', form: 'compare' },
  },
  {
    href: '/practices/wohnraum',
    title: 'Wohnraum für Flüchtlinge: Vermittlung durch Ehrenamtliche mit städtischer Bürgschaft',
    lang: 'de',
    kind: 'Practice',
    strapline: 'Die Stadt bürgt, Freiwillige begleiten: 380 Haushalte fanden eine eigene Wohnung.',
    facts: ['Osnabrück', 'Germany', '2015 to 2020'],
    states: [
      { about: 'Evidence', word: 'plausible account', mark: { shape: 'level', value: 1, of: 5 } },
      {
        about: 'Freshness',
        word: 'confirmation overdue',
        mark: { shape: 'disc', fill: 'half' },
        tone: 'attention',
      },
      { about: 'Stage', word: 'ended', mark: { shape: 'disc', fill: 'empty' } },
    ],
    compare: { value: 'prac_b', form: 'compare' },
  },
  {
    href: '/practices/plan',
    title: 'Plan Einstein: living and learning under one roof',
    kind: 'Practice',
    strapline: 'Asylum seekers and young people of the neighbourhood share a building, courses and a café.',
    facts: ['Utrecht', 'Netherlands', 'since 2016'],
    states: [
      { about: 'Evidence', word: 'compared with others', mark: { shape: 'level', value: 3, of: 5 } },
      { about: 'Freshness', word: 'not yet confirmed by its city', mark: { shape: 'disc', fill: 'empty' } },
      { about: 'Stage', word: 'scaled up', mark: { shape: 'disc', fill: 'full' }, tone: 'good' },
    ],
    compare: { value: 'prac_c', form: 'compare' },
  },
]

const countries =
  'Austria Belgium Croatia Denmark Finland France Germany Greece Italy Netherlands Poland Spain'.split(' ')

export const groups: readonly FilterGroup[] = [
  {
    name: 'country',
    label: 'Country',
    count: countries.length,
    options: countries.map((label, index) => ({
      value: label,
      label,
      count: 24 - index,
      selected: index === 1,
    })),
  },
  {
    name: 'evidence',
    label: 'Evidence',
    open: true,
    count: 3,
    options: [
      { value: '3', label: 'compared with others', count: 6, selected: false },
      { value: '2', label: 'change measured', count: 21, selected: true },
      { value: '1', label: 'plausible account', count: 61, selected: false },
    ],
  },
  {
    name: 'area',
    label: 'Policy area',
    count: 1,
    options: [{ value: 'housing', label: 'Housing', count: 17, selected: false }],
  },
  {
    name: 'size',
    label: 'City size',
    count: 1,
    options: [{ value: 'm', label: '100,000 to 250,000', count: 9, selected: false }],
  },
]

export const places = [
  { name: 'Ghent', href: '/cities/ghent', latitude: 51.05, longitude: 3.72, count: 4 },
  { name: 'Malmö', href: '/cities/malmo', latitude: 55.6, longitude: 13, count: 3 },
  { name: 'Barcelona', href: '/cities/barcelona', latitude: 41.39, longitude: 2.17, count: 12 },
  { name: 'Athens', href: '/cities/athens', latitude: 37.98, longitude: 23.73, count: 2 },
  { name: 'Gdańsk', href: '/cities/gdansk', latitude: 54.35, longitude: 18.65, count: 5 },
  { name: 'Utrecht', href: '/cities/utrecht', latitude: 52.09, longitude: 5.12, count: 6 },
  { name: 'Turin', href: '/cities/turin', latitude: 45.07, longitude: 7.69, count: 1 },
  { name: 'Reykjavík', href: '/cities/reykjavik', latitude: 64.15, longitude: -21.94, count: 1 },
  { name: 'Lisbon', href: '/cities/lisbon', latitude: 38.72, longitude: -9.14, count: 2 },
  { name: 'Helsinki', href: '/cities/helsinki', latitude: 60.17, longitude: 24.94, count: 3 },
  { name: 'Dublin', href: '/cities/dublin', latitude: 53.35, longitude: -6.26, count: 2 },
  { name: 'Vienna', href: '/cities/vienna', latitude: 48.21, longitude: 16.37, count: 4 },
  { name: 'Osnabrück', href: '/cities/osnabruck', latitude: 52.28, longitude: 8.05, count: 1 },
]

export const examples: readonly Example[] = [
  {
    name: 'Results with filters, map and comparison',
    show: () => (
      <>
        <SearchField action="/search" label="Search the registry" value="housing" size="hero" />
        <SidebarLayout
          sidebar={
            <FilterPanel
              action="/search"
              hidden={[['q', 'housing']]}
              groups={groups}
              clearHref="/search?q=housing"
            />
          }
        >
          <h2>27 results for “housing”</h2>
          <div className="stack">
            <ActiveFilters
              clearHref="/search?q=housing"
              filters={[
                { group: 'Country', label: 'Belgium', href: '/search?evidence=2' },
                { group: 'Evidence', label: 'change measured', href: '/search?country=be' },
              ]}
            />
            <Fold title="Map of the results" open>
              <MapOfResults title="Where the results are" places={places} />
            </Fold>
            <ResultList rows={rows} />
            <CompareTray id="compare" action="/compare/practices" max={2} />
          </div>
        </SidebarLayout>
      </>
    ),
  },
  {
    name: 'Numbered pages',
    show: () => <PageNumbers page={5} pages={12} hrefOf={(page) => `/search?page=${page}`} />,
  },
]
