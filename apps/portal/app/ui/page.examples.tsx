import { Breadcrumbs } from './breadcrumbs.tsx'
import { Citation } from './citation.tsx'
import { DataTable } from './data-table.tsx'
import type { Example } from './example.ts'
import { FactLine } from './fact-line.tsx'
import { Field } from './field.tsx'
import { Hero } from './hero.tsx'
import { HistoryLine } from './history-line.tsx'
import { Columns, ReadingLayout } from './layout.tsx'
import { PageHeading } from './page-heading.tsx'
import { PrintLink } from './print-link.tsx'
import { Prose } from './prose.tsx'
import { rows } from './result.examples.tsx'
import { ResultList } from './result-row.tsx'
import { RouteList } from './route-list.tsx'
import { SearchField } from './search-field.tsx'
import { Section } from './section.tsx'
import { SectionNav } from './section-nav.tsx'
import { SourceList } from './source-list.tsx'
import { StatRow } from './stat-row.tsx'
import { StateLine } from './state-word.tsx'
import { SummaryList } from './summary-list.tsx'

const sections = [
  { id: 'short', label: 'In short' },
  { id: 'challenge', label: 'The challenge' },
  { id: 'results', label: 'Results' },
  { id: 'transfer', label: 'Who adapted it' },
  { id: 'sources', label: 'Sources' },
]

const story =
  'Newcomers with children waited up to five months for a school place, because three offices each asked for the papers of the other two. Schools learnt of a child only when the last of the three had signed.\n\nParents lost working days, and the first thing a child learnt about the city was its waiting rooms.'

/** Whole pages, to judge how the parts stand together. Only shown by name: each has an `h1` of its own. */
export const pages: readonly Example[] = [
  {
    name: 'Page: first page',
    show: () => (
      <>
        <Hero
          title="What worked in other cities, and who to ask"
          lede="A registry of good practice in the integration of migrants: 231 practices from 143 cities, each with its evidence, its cost and its people."
        >
          <SearchField
            action="/search"
            label="What are you working on?"
            size="hero"
            hint="In any language: housing, Wohnen, logement"
          >
            <Field
              name="city"
              label="I work in"
              options={[
                { value: '', label: 'Any city' },
                { value: 'g', label: 'Ghent' },
              ]}
            />
          </SearchField>
        </Hero>
        <StatRow
          stats={[
            { label: 'practices described', value: '231' },
            { label: 'cities in 45 countries', value: '392' },
            { label: 'confirmed in the last year', value: '88' },
          ]}
        />
        <Section id="chosen" title="Chosen by the editors">
          <ResultList
            look="columns"
            rows={rows.map((row) => ({ ...row, compare: undefined, reasons: [], snippet: undefined }))}
          />
        </Section>
        <Section id="for-whom" title="For whom">
          <Columns>
            <div className="stack">
              <h3>You work in a city</h3>
              <p>Find three practices that fit a city like yours, and whom to ask.</p>
              <p>
                <a href="/search">Search practices</a>
              </p>
            </div>
            <div className="stack">
              <h3>You run a network</h3>
              <p>See what your members do and what waits for confirmation.</p>
              <p>
                <a href="/networks">Find your network</a>
              </p>
            </div>
            <div className="stack">
              <h3>You work in an association</h3>
              <p>Be found by cities and funders: your projects, once.</p>
              <p>
                <a href="/projects">See projects</a>
              </p>
            </div>
          </Columns>
        </Section>
      </>
    ),
  },
  {
    name: 'Page: practice',
    show: () => (
      <>
        <Breadcrumbs
          items={[{ label: 'Practices', href: '/practices' }, { label: 'One room for the first school day' }]}
        />
        <PageHeading
          kind="Practice"
          title="One room for the first school day"
          strapline="Three offices at one table: families leave with registration, a school place and a doctor’s appointment."
        >
          <FactLine
            facts={[
              <a key="c" href="/cities/ghent">
                Ghent
              </a>,
              'Belgium',
              'municipal',
              'since 2017',
            ]}
          />
          <StateLine states={rows[0]?.states ?? []} />
        </PageHeading>
        <ReadingLayout aside={<SectionNav items={sections} />}>
          <Section id="short" title="In short">
            <SummaryList
              look="box"
              items={[
                { term: 'What', detail: 'Three offices at one table, two afternoons a week.' },
                { term: 'For whom', detail: 'Families who arrived in the last twelve months' },
                {
                  term: 'What came of it',
                  detail: 'Waiting for a school place fell from 21 weeks to 3 (2019).',
                },
                { term: 'Cost' },
              ]}
            />
          </Section>
          <Section id="challenge" title="The challenge">
            <Prose text={story} />
          </Section>
          <Section id="results" title="Results">
            <DataTable
              caption="As measured by the city"
              rows={[
                { indicator: 'Weeks until a school place', before: '21', after: '3', year: '2019' },
                { indicator: 'Families served in a year', before: '–', after: '1,140', year: '2020' },
              ]}
              rowKey={(row) => row.indicator}
              columns={[
                { label: 'Indicator', cell: (row) => row.indicator },
                { label: 'Before', numeric: true, cell: (row) => row.before },
                { label: 'After', numeric: true, cell: (row) => row.after },
                { label: 'Year', numeric: true, cell: (row) => row.year },
              ]}
            />
          </Section>
          <Section id="transfer" title="Who adapted it">
            <RouteList
              stops={[
                { title: 'Ghent', detail: 'began in 2017' },
                {
                  title: <a href="/cities/malmo">Malmö</a>,
                  detail: '2020: took the shared room, left out the health desk',
                },
              ]}
            />
          </Section>
          <Section id="sources" title="Sources">
            <SourceList
              sources={[
                {
                  citation: 'Stad Gent (2019), Jaarverslag onderwijs',
                  href: 'https://example.org/jv',
                  note: 'p. 12',
                },
              ]}
            />
            <Citation text="City of Ghent (2025): One room for the first school day. Hansa. CC BY 4.0." />
            <PrintLink />
            <HistoryLine
              sentences={[
                'Confirmed by the City of Ghent on 3 April 2025.',
                'Next confirmation due in April 2026.',
              ]}
            />
          </Section>
        </ReadingLayout>
      </>
    ),
  },
]
