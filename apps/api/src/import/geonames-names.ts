import { sortKeyOf } from '@hansa/domain/slug'

const most = 80
const longest = 100

const scripts = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Han', 'Hangul'].map((name) => ({
  name,
  pattern: new RegExp(`^\\p{Script=${name}}`, 'u'),
}))

const scriptOf = (name: string): string =>
  scripts.find(({ pattern }) => pattern.test(name.replace(/^[^\p{L}]+/u, '')))?.name ?? 'other'

// Codes of airports (KBP), and what a machine made of other scripts (`andolalabeya`).
const isNoName = (name: string): boolean => /^[A-Z]{3}$/.test(name) || /^[^\p{Lu}\P{ASCII}]+$/u.test(name)

/**
 * The names of a place worth finding it by: each once, however marked; without codes and machine transliterations. At most 80,
 * taken from each script in turn, so that a long list in one does not push out the others.
 */
export const namesWorthFinding = (title: string, names: readonly string[]): string[] => {
  const seen = new Set([sortKeyOf(title)])
  // Sorted lists have the name with its marks after the one without: the last is kept.
  const found = names
    .toReversed()
    .flatMap((raw) => {
      const name = raw.trim()
      const key = sortKeyOf(name)
      if (key === '' || seen.has(key) || name.length > longest || isNoName(name)) return []
      seen.add(key)
      return [name]
    })
    .toReversed()
  if (found.length <= most) return found
  const places = new Map<string, number>()
  const turn = new Map(
    found.map((name) => {
      const script = scriptOf(name)
      const place = places.get(script) ?? 0
      places.set(script, place + 1)
      return [name, place]
    }),
  )
  const chosen = new Set(found.toSorted((a, b) => (turn.get(a) ?? 0) - (turn.get(b) ?? 0)).slice(0, most))
  return found.filter((name) => chosen.has(name))
}
