/** Formats of numbers that are dates without a format of their own (ECMA-376, 18.8.30). */
const dateFormats = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
])

/** Whether a format shows a number as a day: it names years, months or days outside of quotes and brackets. */
export const isDateFormat = (id: number, code: string | undefined): boolean => {
  if (code === undefined) return dateFormats.has(id)
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  return /[yd]/i.test(bare) || /m{3,}/i.test(bare)
}

const dayMs = 86_400_000

/** The day that a spreadsheet's number means: `2016-11-05`. As it stands where it is none. */
export const dayOf = (text: string, from1904: boolean): string => {
  const serial = Number(text)
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return text
  // Excel counts 29 February 1900, which there was not.
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * dayMs).toISOString().slice(0, 10)
}

/** A number as people write it: `1.2E+5` is 120000. As it stands where it is none. */
export const numberText = (text: string): string => {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) return text
  const plain = String(value)
  return plain.includes('e') ? text : plain
}

/** Texts hold what XML cannot as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** The column of a reference such as `AB12`, from 0; null for what is none. */
export const columnIndex = (reference: string | undefined): number | null => {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1]
  if (letters === undefined) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
