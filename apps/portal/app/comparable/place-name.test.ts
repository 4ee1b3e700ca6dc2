import { expect, test } from 'vitest'
import { placeName, toldApart } from './place-name.ts'

const city = (title: string, region: string | null, country: string | null) => ({
  title: { value: title },
  region,
  country: country === null ? null : { title: { value: country } },
})

test('a city is named with its region and country, each once and only where known', () => {
  expect(placeName(city('Springfield', 'Illinois', 'United States'))).toBe(
    'Springfield, Illinois, United States',
  )
  expect(placeName(city('Hamburg', 'Hamburg', 'Germany'))).toBe('Hamburg, Germany')
  expect(placeName(city('Atlantis', null, null))).toBe('Atlantis')
})

test('of cities side by side only those of one name are told apart by their place', () => {
  const cities = [
    city('Springfield', 'Ohio', 'United States'),
    city('Gdańsk', 'Pomerania', 'Poland'),
    city('Springfield', 'Illinois', 'United States'),
  ]
  expect(toldApart(cities)).toEqual([
    'Springfield, Ohio, United States',
    'Gdańsk',
    'Springfield, Illinois, United States',
  ])
})
