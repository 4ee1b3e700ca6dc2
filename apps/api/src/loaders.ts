import { type TextTerm, termsOf } from '@hansa/search'
import { createComparisonLoaders } from './comparison/comparison.loaders.ts'
import { createConceptLoaders } from './concept/concept.loaders.ts'
import { createEntryLoaders, type Reader } from './entry/entry.loaders.ts'
import { createFigureLoaders } from './figure/figure.loaders.ts'
import { createFrameworkLoaders } from './framework/framework.loaders.ts'
import { createMembershipLoaders } from './network/membership.loaders.ts'
import { createPracticeLoaders } from './practice/practice.loaders.ts'

/** Results of hits name the same concepts and places again and again; their words are cut once. */
const createTermMemo = () => {
  const known = new Map<string, TextTerm[]>()
  return (text: string): TextTerm[] => {
    const terms = known.get(text) ?? termsOf(text)
    known.set(text, terms)
    return terms
  }
}

/** All batched reads of one request. They remember what they read, so they never outlive it. */
export const createLoaders = (reader: Reader) => ({
  termsOf: createTermMemo(),
  ...createEntryLoaders(reader),
  ...createConceptLoaders(reader),
  ...createFigureLoaders(reader),
  ...createMembershipLoaders(reader),
  ...createFrameworkLoaders(reader),
  ...createPracticeLoaders(reader),
  ...createComparisonLoaders(reader),
})

export type Loaders = ReturnType<typeof createLoaders>
