import { createConceptLoaders } from './concept/concept.loaders.ts'
import { createEntryLoaders, type Reader } from './entry/entry.loaders.ts'
import { createFigureLoaders } from './figure/figure.loaders.ts'
import { createFrameworkLoaders } from './framework/framework.loaders.ts'
import { createMembershipLoaders } from './network/membership.loaders.ts'
import { createPracticeLoaders } from './practice/practice.loaders.ts'

/** All batched reads of one request. They remember what they read, so they never outlive it. */
export const createLoaders = (reader: Reader) => ({
  ...createEntryLoaders(reader),
  ...createConceptLoaders(reader),
  ...createFigureLoaders(reader),
  ...createMembershipLoaders(reader),
  ...createFrameworkLoaders(reader),
  ...createPracticeLoaders(reader),
})

export type Loaders = ReturnType<typeof createLoaders>
