/** Languages that are offered to choose from; a profile may name others through the API. */
export const offeredLanguages: readonly string[] =
  'am ar az be bg bn bs ca cs da de el en es et eu fa fi fr ga gl he hi hr hu hy is it ja ka kk ko ku ln lt lv mk mn ms mt ne nl no pa pl prs ps pt ro ru rw sk sl so sq sr sv sw ta th ti tl tr uk ur uz vi wo yo zh'.split(
    ' ',
  )

export const levels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'] as const
export type Level = (typeof levels)[number]

export const offers = ['CALL', 'MENTORING', 'HOSTING', 'INTERPRETING', 'MEDIATING', 'REVIEWING'] as const
export type Offer = (typeof offers)[number]

export const visibilities = ['PUBLIC', 'MEMBERS', 'SECRETARIAT'] as const
export type Visibility = (typeof visibilities)[number]

/** The value itself when it is one of a list, else undefined: what a form or an address says may be anything. */
export function oneOf<T extends string>(list: readonly T[], value: string): T | undefined {
  return list.find((each) => each === value)
}
