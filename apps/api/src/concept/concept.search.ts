import type { schema } from '@hansa/db'

const sameMeaning = new Set(['exactMatch', 'closeMatch'])

/**
 * The words by which a concept is found: labels and synonyms in every language, and what other schemes call the same
 * concept. Related, broader and narrower matches name something else and are left out.
 */
export const conceptWords = ({
  labels,
  synonyms,
  mappings,
}: Pick<typeof schema.concept.$inferSelect, 'labels' | 'synonyms' | 'mappings'>): string[] => [
  ...Object.values(labels).flatMap(({ text, also = [] }) => [text, ...also]),
  ...Object.values(synonyms).flat(),
  ...mappings.flatMap(({ relation, label }) =>
    label !== undefined && sameMeaning.has(relation) ? [label] : [],
  ),
]
