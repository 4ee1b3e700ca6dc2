import type { Option } from './form-context.tsx'
import { fromJson, type Values } from './values.ts'
import type { NamedThing } from './writing.query.ts'

interface Written {
  readonly sections: readonly {
    readonly fields: readonly { readonly field: { readonly key: string }; readonly value: string | null }[]
  }[]
}

/** What a revision says, by the keys of its fields. */
export function savedValues({ sections }: Written): Values {
  const fields = sections.flatMap((section) => section.fields)
  return Object.fromEntries(fields.map(({ field, value }) => [field.key, fromJson(value)]))
}

/** The language in which an entry is written, as far as it is known. */
export function writtenIn(revision: Written): string {
  const { contentLanguage } = savedValues(revision)
  return typeof contentLanguage === 'string' && contentLanguage !== '' ? contentLanguage : 'en'
}

/** The names of what a revision names, by id. */
export function namesIn({
  named,
}: {
  readonly named: readonly NamedThing[]
}): Readonly<Record<string, Option>> {
  return Object.fromEntries(
    named.map(({ id, title }) => [id, { id, label: title?.value ?? id, language: title?.language ?? '' }]),
  )
}
