import { type ChosenText, chooseText, type LocalizedText, type TextOrigin } from '@hansa/domain/text'
import type { Context } from '../context.ts'
import { builder, enumOf } from './builder.ts'
import { readsOf } from './shown-columns.ts'

export const TextOriginEnum = enumOf<TextOrigin>('TextOrigin', 'Who made a text.', {
  human: 'Written or translated by a person.',
  machine: 'Translated by a machine.',
  reviewed: 'Translated by a machine and checked by a person.',
})

type GivenText = ChosenText & { all: LocalizedText }

const Translation = builder.objectRef<ChosenText>('Translation').implement({
  description: 'A text in one of the languages it exists in.',
  fields: (t) => ({
    value: t.exposeString('text', { description: 'The text.' }),
    language: t.exposeString('language', { description: 'Its language, as a BCP 47 tag.' }),
    origin: t.field({ type: TextOriginEnum, description: 'Who made it.', resolve: (text) => text.origin }),
  }),
})

export const Text = builder.objectRef<GivenText>('Text').implement({
  description:
    'A text in the language that fits the reader best: the `language` argument, else the `Accept-Language` header, else English, else any language there is.',
  fields: (t) => ({
    value: t.exposeString('text', { description: 'The text.' }),
    language: t.exposeString('language', {
      description: 'The language actually given, as a BCP 47 tag.',
    }),
    origin: t.field({
      type: TextOriginEnum,
      description: 'Who made the text in this language.',
      resolve: (text) => text.origin,
    }),
    translations: t.field({
      type: [Translation],
      description: 'The text in every language it exists in.',
      resolve: ({ all }) => translationsOf(all),
    }),
  }),
})

/** One text per language as a list, in order of the language tags. */
export const translationsOf = (text: LocalizedText): ChosenText[] =>
  Object.entries(text)
    .map(([language, given]) => ({ ...given, language }))
    .sort((a, b) => (a.language < b.language ? -1 : 1))

export { Translation }

/** The text a reader of this request gets; `language` comes before what the request asks for. */
export const textFor = (
  ctx: Pick<Context, 'languages'>,
  text: LocalizedText | null | undefined,
  language?: string | null,
): GivenText | null => {
  const chosen = chooseText(text, language ? [language, ...ctx.languages] : ctx.languages)
  return chosen && text ? { ...chosen, all: text } : null
}

export const languageArgs = builder.args((t) => ({
  language: t.string({
    description: 'BCP 47 tag of the wanted language; without it `Accept-Language` decides.',
  }),
}))

type TextArgs = { language?: string | null | undefined }

/** A field whose text may be missing. */
export const text = <P>(description: string, pick: (parent: P) => LocalizedText | null | undefined) => ({
  type: Text,
  nullable: true as const,
  description,
  args: languageArgs,
  ...readsOf(pick),
  resolve: (parent: P, args: TextArgs, ctx: Context) => textFor(ctx, pick(parent), args.language),
})

/** A field whose text always exists. */
export const requiredText = <P>(description: string, pick: (parent: P) => LocalizedText) => ({
  type: Text,
  description,
  args: languageArgs,
  ...readsOf(pick),
  resolve: (parent: P, args: TextArgs, ctx: Context): GivenText => {
    const given = textFor(ctx, pick(parent), args.language)
    if (!given) throw new Error(`A required text has no language: ${description}`)
    return given
  },
})
