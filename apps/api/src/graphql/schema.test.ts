import { readFile } from 'node:fs/promises'
import { kindNames } from '@hansa/domain/kind'
import { registry } from '@hansa/domain/registry'
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql'
import { expect, test } from 'vitest'
import { types } from '../entry/entry.types.ts'
import { schema } from './schema.ts'

const ours = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'))

test('every type, field, argument and enum value has a description', () => {
  const bare: string[] = []
  const check = (name: string, thing: { description?: string | null | undefined }) => {
    if (!thing.description?.trim()) bare.push(name)
  }
  for (const type of ours) {
    check(type.name, type)
    if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value)
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field)
    if (!isObjectType(type) && !isInterfaceType(type)) continue
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field)
      for (const argument of field.args) check(`${type.name}.${field.name}(${argument.name})`, argument)
    }
  }
  expect(bare).toEqual([])
  expect(ours.length).toBeGreaterThan(80)
})

test('the committed schema.graphql is what the code says; run `pnpm generate` when it is not', async () => {
  const committed = await readFile(new URL('../../schema.graphql', import.meta.url), 'utf8')
  expect(committed).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`)
})

test.each(kindNames)('every field of a %s in the domain can be read', (kind) => {
  const type = schema.getType(types[kind].name)
  const fields = isObjectType(type) ? Object.keys(type.getFields()) : []
  // The web address of a resource is its `link`: `url` is the address of an entry's page.
  const renamed = kind === 'resource' ? ['link'] : []
  expect([...fields, ...renamed]).toEqual(expect.arrayContaining(Object.keys(registry[kind].shape)))
})
