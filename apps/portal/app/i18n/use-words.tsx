import { createContext, createElement, Fragment, type ReactElement, type ReactNode, useContext } from 'react'
import type { WordKey } from './catalogue.ts'
import { formatDate, formatList, formatMoney, formatNumber, formatPercent, languageName } from './format.ts'
import { defaultLocale, href, type Locale } from './locale.ts'
import { partsOf, t, type WordValues } from './words.ts'

const LocaleContext = createContext<Locale>(defaultLocale)

/** Sets the language of everything below it. Used once, in the page document. */
export function WordsProvider(props: { readonly locale: Locale; readonly children: ReactNode }) {
  return <LocaleContext.Provider value={props.locale}>{props.children}</LocaleContext.Provider>
}

/** Everything a component needs to speak: words, addresses, numbers, dates, all in the language of the page. */
export function useWords() {
  const locale = useContext(LocaleContext)
  return {
    locale,
    t: (key: WordKey, values?: WordValues) => t(locale, key, values),
    /** A sentence with elements in it: a name in another language, a link. */
    rich: (key: WordKey, values: Readonly<Record<string, WordValues[string] | ReactElement>>) =>
      createElement(Fragment, null, ...partsOf<ReactElement>(locale, key, values)),
    href: (path: string) => href(locale, path),
    number: (value: number, options?: Intl.NumberFormatOptions) => formatNumber(locale, value, options),
    percent: (points: number) => formatPercent(locale, points),
    money: (amount: number, currency: string) => formatMoney(locale, amount, currency),
    date: (value: string) => formatDate(locale, value),
    list: (items: readonly string[]) => formatList(locale, items),
    language: (tag: string) => languageName(locale, tag),
  }
}
