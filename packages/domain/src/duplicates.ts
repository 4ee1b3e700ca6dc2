import { sortKeyOf } from './slug.ts'

/** What entries are compared by when one might tell of the same thing as another. */
export type Comparable = {
  /** Its title in every language. */
  titles: readonly string[]
  /** Its summary in every language. */
  texts: readonly string[]
  /** Id of the city it is from. */
  city: string | null
}

const trigramsOf = (text: string): Set<string> => {
  const key = sortKeyOf(text)
  const padded = key === '' ? '' : `  ${key} `
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)))
}

/** How alike two texts are, 0 to 1: the trigrams they share, of all that either has. */
export const likeness = (a: string, b: string): number => {
  const [one, other] = [trigramsOf(a), trigramsOf(b)]
  const shared = [...one].filter((part) => other.has(part)).length
  return shared === 0 ? 0 : shared / (one.size + other.size - shared)
}

const closest = (some: readonly string[], others: readonly string[]): number =>
  Math.max(0, ...some.flatMap((a) => others.map((b) => likeness(a, b))))

/** Why an entry could be the same as another, and how much speaks for it, 0 to 1. */
export type Resemblance = { score: number; title: number; text: number; sameCity: boolean }

/** Two entries are shown to a curator when their titles are this alike, or less where they are from one city. */
const alikeTitles = 0.5
const alikeTitlesInOneCity = 0.3
const alikeTexts = 0.5

/** Compares two entries of a kind; null when nothing speaks for that they are the same. */
export const resemblanceOf = (a: Comparable, b: Comparable): Resemblance | null => {
  const title = closest(a.titles, b.titles)
  const text = closest(a.texts, b.texts)
  const sameCity = a.city !== null && a.city === b.city
  const alike = title >= (sameCity ? alikeTitlesInOneCity : alikeTitles) || text >= alikeTexts
  return alike
    ? { score: Math.min(1, Math.max(title, text) + (sameCity ? 0.2 : 0)), title, text, sameCity }
    : null
}
