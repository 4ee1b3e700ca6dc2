import { createAffiliationLoaders } from './affiliation/affiliation.loaders.ts'
import { createAttachmentLoaders } from './attachment/attachment.loaders.ts'
import { createComparisonLoaders } from './comparison/comparison.loaders.ts'
import { createSettingLoaders } from './comparison/setting.loaders.ts'
import { createConceptLoaders } from './concept/concept.loaders.ts'
import { createCurationLoaders } from './curation/curation.loaders.ts'
import { createEntryLoaders, type Reader } from './entry/entry.loaders.ts'
import { createRelatedLoaders } from './entry/entry.related.ts'
import { createHeadingLoaders } from './entry/heading.loaders.ts'
import { createWholeEntryLoaders } from './entry/whole-entry.loaders.ts'
import { createFigureLoaders } from './figure/figure.loaders.ts'
import { createFrameworkLoaders } from './framework/framework.loaders.ts'
import { createMembershipLoaders } from './network/membership.loaders.ts'
import { createPracticeLoaders } from './practice/practice.loaders.ts'
import type { Shown } from './shown.ts'

/** All batched reads of one request. They remember what they read, so they never outlive it. */
export const createLoaders = (reader: Reader, shown: Shown) => ({
  ...createEntryLoaders(reader, shown.entries),
  ...createWholeEntryLoaders(reader),
  ...createRelatedLoaders(reader),
  ...createHeadingLoaders(reader),
  ...createConceptLoaders(reader, shown.concepts),
  ...createFigureLoaders(reader),
  ...createMembershipLoaders(reader),
  ...createFrameworkLoaders(reader),
  ...createPracticeLoaders(reader),
  ...createComparisonLoaders(reader),
  ...createSettingLoaders(reader),
  ...createAffiliationLoaders(reader),
  ...createAttachmentLoaders(reader),
  ...createCurationLoaders(reader),
})

export type Loaders = ReturnType<typeof createLoaders>
