import { z } from 'zod'
import { controlled, longerThan } from './control.ts'

/** Who made a text: a person, a machine, or a machine with a person's check. */
export const textOrigins = ['human', 'machine', 'reviewed'] as const
export type TextOrigin = (typeof textOrigins)[number]

/** A language tag of BCP 47, as far as registries use it: `en`, `pt-BR`, `sr-Latn`. */
export const LanguageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, 'is not a language tag such as "en" or "pt-BR"')
  .meta(controlled({ type: 'language' }))

/** One text per language. */
export type LocalizedText = Record<string, { text: string; origin: TextOrigin }>

const longest = new WeakMap<object, number>()

/**
 * A localized text with at most `max` characters per language. A plain string is taken as written by a person in the
 * entry's own language; `und` stands for it until the entry's language is known (see `inLanguage`).
 */
export const localizedText = (max: number) => {
  const text = z.string().trim().min(1, 'is empty').max(max, `is longer than ${max} characters`)
  const entry = z.union([
    text.transform((value) => ({ text: value, origin: 'human' as const })),
    z.strictObject({ text, origin: z.enum(textOrigins) }),
  ])
  const schema = z
    .union([
      text.transform((value): LocalizedText => ({ und: { text: value, origin: 'human' } })),
      z
        .record(z.union([LanguageTag, z.literal('und')]), entry)
        .refine((texts) => Object.keys(texts).length > 0, 'has no text'),
    ])
    .meta(controlled({ type: 'text', localized: true, max, long: max > longerThan }))
  longest.set(schema, max)
  return schema
}

/** How long a localized text may be in each language; null for a schema of anything else. */
export const longestOf = (schema: object): number | null => longest.get(schema) ?? null

/** Names the language of a text that was given without one. */
export const inLanguage = (text: LocalizedText, language: string): LocalizedText => {
  const { und, ...rest } = text
  return und === undefined ? text : { [language]: und, ...rest }
}

export type ChosenText = { text: string; language: string; origin: TextOrigin }

/**
 * The text a reader gets: the first of the wanted languages that exists (`pt-BR` is satisfied by `pt`), then English,
 * then whatever there is. Null when there is no text at all.
 */
export const chooseText = (
  text: LocalizedText | null | undefined,
  wanted: readonly string[],
): ChosenText | null => {
  if (!text) return null
  const languages = Object.keys(text)
  const fitting = (want: string) =>
    languages.find((l) => l === want) ?? languages.find((l) => l.split('-')[0] === want.split('-')[0])
  const language = [...wanted, 'en'].map(fitting).find((l) => l !== undefined) ?? languages[0]
  const chosen = language === undefined ? undefined : text[language]
  return language === undefined || chosen === undefined ? null : { ...chosen, language }
}
