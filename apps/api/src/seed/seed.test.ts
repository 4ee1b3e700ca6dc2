import { existsSync, readFileSync } from 'node:fs'
import type { Kind } from '@hansa/domain/kind'
import { schemes as schemeNames } from '@hansa/domain/registry'
import { beforeAll, describe, expect, test } from 'vitest'
import { readSeed, type Seed } from './read-seed.ts'

const root = new URL('../../../../', import.meta.url)
const inventory = new URL('../shared/data/seed-inventory.json', root)
const hasInventory = existsSync(inventory)
if (!hasInventory) console.log('The inventory of the sources is not here: the seed is not compared with it.')

let seed: Seed
beforeAll(async () => {
  seed = await readSeed(new URL('seed', root).pathname)
})
const of = (kind: Kind) => seed.rows.filter((row) => row.kind === kind)
const provenanceIds = () => new Set(seed.rows.map((row) => (row.input.provenance as { id: string }).id))
const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''))

describe('the seed', () => {
  test('has no wrong row', () => {
    expect(seed.problems).toEqual([])
  })

  test('has a scheme for every vocabulary the domain names', () => {
    expect(seed.schemes.map((scheme) => scheme.key).sort()).toEqual([...schemeNames].sort())
  })

  test('labels every concept in ten languages at least', () => {
    const short = seed.schemes.flatMap((scheme) =>
      scheme.concepts
        .filter((concept) => Object.keys(concept.labels).length < 10)
        .map((concept) => `${scheme.key}/${concept.key}`),
    )
    expect(short).toEqual([])
  })

  test('cites a source for every entry', () => {
    const unsourced = seed.rows.filter(
      (row) => !Array.isArray(row.input.sources) || row.input.sources.length === 0,
    )
    expect(unsourced.map((row) => `${row.kind}/${row.slug}`)).toEqual([])
  })

  test('names no person by an e-mail address', () => {
    const found = seed.rows.filter((row) =>
      /[\w.+-]+@[\w-]+\.[a-z]{2,}/i.test(JSON.stringify(row.input).replaceAll(/https?:[^"]*/g, '')),
    )
    expect(found.map((row) => row.slug)).toEqual([])
  })

  test('places every city where its country is, as far as both are known', () => {
    const countries = new Map(of('country').map((row) => [row.id, row]))
    const far = of('city').filter((row) => {
      const country = countries.get(textOf(row.input.country))
      const { latitude: a, longitude: b } = row.input as { latitude?: number; longitude?: number }
      const { latitude: c, longitude: d } = (country?.input ?? {}) as {
        latitude?: number
        longitude?: number
      }
      if (a === undefined || b === undefined || c === undefined || d === undefined) return false
      return Math.abs(a - c) > 25 || Math.abs(b - d) > 80
    })
    expect(far.map((row) => row.slug)).toEqual([])
  })

  test('holds enough: practices, networks, projects and visits of many countries', () => {
    expect(of('practice').length).toBeGreaterThanOrEqual(200)
    expect(of('network').length).toBeGreaterThanOrEqual(90)
    expect(of('project').length).toBeGreaterThanOrEqual(80)
    expect(of('visit').length).toBeGreaterThanOrEqual(30)
    expect(of('component').length).toBeGreaterThanOrEqual(60)
  })

  test.skipIf(!hasInventory)('holds every practice, network and place of the inventory', () => {
    const { practices, networks_and_frameworks, cities } = JSON.parse(
      readFileSync(inventory, 'utf8'),
    ) as Record<string, { id: string; city: string }[]>
    const ids = provenanceIds()
    const merged = readFileSync(new URL('seed/REVIEW.md', root), 'utf8')
    const isHeld = (id: string) =>
      [...ids].some((held) => held.endsWith(`/${id}`)) || new RegExp(`\\b${id}\\b`).test(merged)
    expect((practices ?? []).map((row) => row.id).filter((id) => !isHeld(id))).toEqual([])
    expect((networks_and_frameworks ?? []).map((row) => row.id).filter((id) => !isHeld(id))).toEqual([])
    const names = of('city').map((row) =>
      `${textOf(row.input.title)} ${textOf(row.input.alternativeNames)}`.toLowerCase(),
    )
    const missing = (cities ?? []).filter(
      ({ city }) => !names.some((name) => name.includes(city.toLowerCase())),
    )
    expect(missing.map((row) => row.city)).toEqual([])
  })

  test('has the whole of the frameworks it is built on', () => {
    const items = (slug: string) =>
      (of('framework').find((row) => row.slug === slug)?.input.items ?? []) as {
        type: string
        scored?: boolean
      }[]
    const count = (slug: string, type: string) => items(slug).filter((item) => item.type === type).length
    expect(count('charter-of-integrating-cities', 'role')).toBe(4)
    expect(count('charter-of-integrating-cities', 'commitment')).toBe(11)
    expect(count('eccar-ten-points', 'point')).toBe(10)
    expect(count('icc-index', 'dimension')).toBe(14)
    expect(count('mipex', 'area')).toBe(8)
    expect(count('clip-modules', 'module')).toBe(4)
  })
})
