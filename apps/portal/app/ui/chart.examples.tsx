import { BarList } from './bar-list.tsx'
import { DotPlot } from './dot-plot.tsx'
import type { Example } from './example.ts'
import { MapOfResults } from './map/map-of-results.tsx'
import { places } from './result.examples.tsx'

const peers = (a: number, b: number, c: number) => [
  { name: 'Malmö', value: a },
  { name: 'Turin', value: b },
  { name: 'Utrecht', value: c },
]

export const examples: readonly Example[] = [
  {
    name: 'Dot plot',
    show: () => (
      <DotPlot
        title="Intercultural Cities Index, Ghent"
        ownName="Ghent"
        peersName="Cities like Ghent"
        averageName="Average of 93 cities"
        note="Points from 0 to 100, 2019."
        source={{ citation: 'Council of Europe', href: 'https://www.coe.int' }}
        rows={[
          { label: 'Commitment', own: 92, average: 71, peers: peers(88, 75, 96) },
          { label: 'Education', href: '/frameworks/icc', own: 64, average: 68, peers: peers(70, 51, 79) },
          { label: 'Cultural and social life', own: 100, average: 75, peers: peers(81, 90, 66) },
          { label: 'Language', own: 0, average: 47, peers: peers(33, 40, 58) },
          { label: 'Housing and public space', average: 60, peers: peers(42, 61, 77) },
        ]}
      />
    ),
  },
  {
    name: 'Bars',
    show: () => (
      <BarList
        title="Practices by policy area"
        note="Entries in this registry today"
        bars={[
          { label: 'Education', href: '/policy-areas/education', value: 34 },
          { label: 'Employment and entrepreneurship', href: '/policy-areas/employment', value: 21 },
          { label: 'Housing', href: '/policy-areas/housing', value: 3 },
        ]}
      />
    ),
  },
  {
    name: 'Map with routes',
    show: () => (
      <MapOfResults
        title="Where the practice went"
        countText={(count) => `${count} practices`}
        places={places.slice(0, 3)}
        routes={[
          { from: { latitude: 51.05, longitude: 3.72 }, to: { latitude: 55.6, longitude: 13 } },
          { from: { latitude: 51.05, longitude: 3.72 }, to: { latitude: 41.39, longitude: 2.17 } },
        ]}
      />
    ),
  },
  {
    name: 'Map of the world',
    show: () => (
      <MapOfResults
        title="Cities of the network"
        places={[
          ...places,
          { name: 'Montréal', href: '/cities/montreal', latitude: 45.5, longitude: -73.57, count: 2 },
          { name: 'Melbourne', href: '/cities/melbourne', latitude: -37.81, longitude: 144.96, count: 1 },
          { name: 'Kumamoto', href: '/cities/kumamoto', latitude: 32.8, longitude: 130.7, count: 1 },
        ]}
      />
    ),
  },
]
