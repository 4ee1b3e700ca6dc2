import type { Option } from './form-context.tsx'
import { fromJson } from './values.ts'
import type { NamedThing } from './writing.query.ts'

interface Written {
  readonly sections: readonly {
    readonly fields: readonly { readonly field: { readonly key: string }; readonly value: string | null }[]
  }[]
}

/** The language in which an entry is written, as far as it is known. */
export function writtenIn({ sections }: Written): string {
  const fields = sections.flatMap((section) => section.fields)
  const value = fromJson(fields.find(({ field }) => field.key === 'contentLanguage')?.value ?? null)
  return typeof value === 'string' && value !== '' ? value : 'en'
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
