import type { JsonLd } from '../entry/entry-json-ld.ts'
import type { FrameworkPage } from './framework.query.ts'

/** What schema.org can say of a charter, plan or index beyond what every entry has. */
export function frameworkJsonLd({ adopted, network, organisation, owner, items }: FrameworkPage): JsonLd {
  const creator = network?.title.value ?? organisation?.title.value ?? owner
  return {
    datePublished: adopted,
    creator: creator ? { '@type': 'Organization', name: creator } : undefined,
    hasPart: items.map((item) => ({ '@type': 'CreativeWork', name: item.title.value })),
  }
}
