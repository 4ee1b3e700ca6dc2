import { expect, test } from 'vitest'
import { conceptPath } from './concept-links.tsx'
import { text } from './entry.test-data.ts'
import { placesOf } from './places.ts'

const city = (id: string, latitude: number | null) => ({
  id,
  path: `/cities/${id}`,
  title: text(id),
  latitude,
  longitude: 18,
})

test('a city is one point however often it is given, and none without coordinates', () => {
  const places = placesOf([
    city('gdansk', 54),
    null,
    city('gdansk', 54),
    city('nowhere', null),
    city('quito', 0),
  ])
  expect(places.map(({ name, count }) => [name, count])).toEqual([
    ['gdansk', 2],
    ['quito', 1],
  ])
})

test('a policy area leads to its page, any other concept to the search for it', () => {
  expect(conceptPath('policyArea', 'housing')).toBe('/policy-areas/housing')
  expect(conceptPath('targetGroup', 'a&b')).toBe('/search?targetGroup=a%26b')
})
