const tag = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i

/** How many languages of a header count; the rest is noise. */
const most = 10

/**
 * The languages of an Accept-Language header, most wanted first, as canonical BCP 47 tags. What is malformed is left out.
 */
export const languagesOf = (header: string | null | undefined): string[] => {
  const wanted = (header ?? '')
    .slice(0, 1000)
    .split(',')
    .flatMap((part, position) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim())
      const q = parameters.find((parameter) => parameter.startsWith('q='))
      const weight = q ? Number(q.slice(2)) : 1
      return tag.test(name) && weight > 0 && weight <= 1 ? [{ name, weight, position }] : []
    })
  const sorted = wanted.toSorted((a, b) => b.weight - a.weight || a.position - b.position)
  return [...new Set(sorted.flatMap(({ name }) => canonical(name)))].slice(0, most)
}

const canonical = (name: string): string[] => {
  try {
    return Intl.getCanonicalLocales(name)
  } catch {
    return []
  }
}
