import { isWrittenKind, type WrittenKind } from '@hansa/domain/fiche'
import { LanguageTag } from '@hansa/domain/text'
import type { PortalContext } from '../context.ts'
import { locales } from '../i18n/locale.ts'
import { asMember } from '../member/as-member.server.ts'
import { apiKind } from './kinds.ts'
import { TranslationsQuery } from './translations.query.ts'

/** What the address of the list asks for. */
export interface TranslationsAsked {
  readonly language: string
  /** Empty: every kind. */
  readonly kind: WrittenKind | ''
  readonly after: string
}

/** Reads an address; what it does not say, or says wrong, is the language of the page and every kind. */
export function translationsAsked({ searchParams }: URL, locale: string): TranslationsAsked {
  const of = (name: string) => searchParams.get(name) ?? ''
  const kind = of('kind')
  return {
    language: LanguageTag.safeParse(of('language')).success ? of('language') : locale,
    kind: isWrittenKind(kind) ? kind : '',
    after: of('after'),
  }
}

/** Entries that lack a language, and the languages to choose from: those we speak, then what else entries are written in. */
export async function loadTranslations(context: PortalContext, url: URL) {
  const asked = translationsAsked(url, context.locale)
  const { language, kind, after } = asked
  const { entriesToTranslate, contentLanguages } = await asMember(
    context,
    `/write/translations${url.search}`,
    () =>
      context.execute(TranslationsQuery, {
        language,
        kind: kind === '' ? null : apiKind(kind),
        after: after || null,
      }),
  )
  const languages = [...new Set<string>([...locales, ...contentLanguages, language])]
  return { asked, entries: entriesToTranslate, languages }
}
