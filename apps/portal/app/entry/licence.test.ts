import { expect, test } from 'vitest'
import { licenceOf } from './licence.ts'

test('a Creative Commons licence is named as people name it and leads to its text', () => {
  expect(licenceOf('CC-BY-4.0')).toEqual({
    name: 'CC BY 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  })
  expect(licenceOf('CC-BY-NC-SA-3.0').url).toBe('https://creativecommons.org/licenses/by-nc-sa/3.0/')
})

test('any other licence leads to the SPDX list, whatever stands in it', () => {
  expect(licenceOf('ODbL-1.0')).toEqual({ name: 'ODbL-1.0', url: 'https://spdx.org/licenses/ODbL-1.0.html' })
  expect(licenceOf('a/b"c').url).toBe('https://spdx.org/licenses/a%2Fb%22c.html')
})
