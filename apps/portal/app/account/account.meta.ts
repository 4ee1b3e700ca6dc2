import type { MetaDescriptor } from '@remix-run/node'
import type { WordKey } from '../i18n/catalogue.ts'
import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import { pageMeta } from '../page-meta.ts'

/** The head of a page of accounts: none of them belongs into a search engine. */
export const accountMeta = (
  data: { readonly locale: Locale } | undefined,
  title: WordKey,
): MetaDescriptor[] => (data ? pageMeta(data.locale, { title: t(data.locale, title), noIndex: true }) : [])
