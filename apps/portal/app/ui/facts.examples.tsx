import { Callout, Notice } from './callout.tsx'
import { Citation } from './citation.tsx'
import { EmptyState } from './empty-state.tsx'
import type { Example } from './example.ts'
import { FactLine } from './fact-line.tsx'
import { HistoryLine } from './history-line.tsx'
import { RouteList } from './route-list.tsx'
import { SourceList } from './source-list.tsx'
import { StatRow } from './stat-row.tsx'
import { StateLine } from './state-word.tsx'
import { SummaryList } from './summary-list.tsx'
import { TagList } from './tag.tsx'

export const examples: readonly Example[] = [
  {
    name: 'Fact line',
    show: () => (
      <FactLine
        facts={[
          <a key="c" href="/cities/ghent">
            Ghent
          </a>,
          'Belgium',
          undefined,
          'since 2017',
        ]}
      />
    ),
  },
  {
    name: 'State words',
    show: () => (
      <StateLine
        states={[
          { about: 'Evidence', word: 'change measured', mark: { shape: 'level', value: 2, of: 5 } },
          {
            about: 'Freshness',
            word: 'confirmed in 2025',
            mark: { shape: 'disc', fill: 'full' },
            tone: 'good',
          },
          {
            about: 'Confirmation',
            word: 'confirmation overdue',
            mark: { shape: 'disc', fill: 'half' },
            tone: 'attention',
          },
          { about: 'Stage', word: 'did not work', mark: { shape: 'disc', fill: 'empty' }, tone: 'bad' },
        ]}
      />
    ),
  },
  { name: 'Tags', show: () => <TagList tags={['Housing', 'Newly arrived families', 'Municipal']} /> },
  {
    name: 'Summary list',
    show: () => (
      <SummaryList
        items={[
          {
            term: 'Lead organisation',
            detail: <a href="/organisations/ghent">City of Ghent, Department of Education</a>,
          },
          { term: 'Staff', detail: '2 to 5 full-time posts' },
          { term: 'Budget' },
          { term: 'Result', missing: 'not measured' },
        ]}
      />
    ),
  },
  {
    name: 'Summary box',
    show: () => (
      <SummaryList
        look="box"
        items={[
          { term: 'What', detail: 'Three offices at one table, two afternoons a week.' },
          { term: 'For whom', detail: 'Families who arrived in the last twelve months' },
          {
            term: 'What came of it',
            detail: 'Waiting for a school place fell from 5 months to 3 weeks (2019).',
          },
          { term: 'Cost', detail: '€50,000 to €100,000 a year' },
        ]}
      />
    ),
  },
  {
    name: 'Figures with year and source',
    show: () => (
      <StatRow
        stats={[
          {
            label: 'People',
            value: '265,086',
            note: '2022',
            source: { label: 'Statbel', href: 'https://statbel.fgov.be' },
          },
          { label: 'Born abroad', value: '24.1%', note: '2021', source: { label: 'City of Ghent' } },
          { label: 'Practices in the registry', value: '4' },
        ]}
      />
    ),
  },
  {
    name: 'Callouts',
    show: () => (
      <div className="stack">
        <Callout title="A short record">
          <p>The source mentions this practice in passing. What it does not state is not claimed here.</p>
        </Callout>
        <Callout title="Not confirmed since 2019" tone="attention">
          <p>Ask the city whether it still runs before you plan a visit.</p>
        </Callout>
        <Notice>Removed from the comparison.</Notice>
      </div>
    ),
  },
  {
    name: 'History line',
    show: () => (
      <div className="stack">
        <HistoryLine
          sentences={[
            'Confirmed by the City of Ghent on 3 April 2025.',
            'Next confirmation due in April 2026.',
          ]}
        />
        <HistoryLine tone="attention" sentences={['Confirmation has been due since March 2024.']} />
      </div>
    ),
  },
  {
    name: 'Route: who took it on',
    show: () => (
      <RouteList
        stops={[
          { title: <a href="/cities/ghent">Ghent</a>, detail: 'began in 2017' },
          {
            title: <a href="/cities/malmo">Malmö</a>,
            detail: '2020: took the shared room, left out the health desk',
          },
          {
            title: <a href="/cities/turin">Turin</a>,
            detail: '2023: with mediators from migrant-led associations',
          },
        ]}
      />
    ),
  },
  {
    name: 'Sources',
    show: () => (
      <SourceList
        sources={[
          {
            citation: 'Eurocities (2020), Cities and migrants, third report',
            href: 'https://example.org/report',
            note: 'p. 41',
          },
          { citation: 'Stad Gent (2019), Jaarverslag onderwijs' },
        ]}
      />
    ),
  },
  {
    name: 'Citation',
    show: () => (
      <Citation text="City of Ghent (2025): One room for the first school day. Hansa, prac_7f3k2. CC BY 4.0." />
    ),
  },
  {
    name: 'Nothing here yet',
    show: () => (
      <EmptyState
        title="Nothing found for “housng”"
        text="No entry has these words together with these filters."
        ways={[
          <a key="1" href="/search?q=housing">
            Search for “housing” instead
          </a>,
          <a key="2" href="/search?q=housng">
            Search without the filters
          </a>,
          'Use fewer or more general words',
        ]}
      />
    ),
  },
]
