import { defaultLocale, href, locales } from './locale.ts'

interface Props {
  /** Origin of the instance. */
  readonly origin: string
  /** Path and query of the page without its language. */
  readonly path: string
}

/** Tells search engines where the page is in each language. The query is left out, as in canonical addresses. */
export function Alternates({ origin, path }: Props) {
  const [pathname = '/'] = path.split('?')
  return (
    <>
      {locales.map((locale) => (
        <link key={locale} rel="alternate" hrefLang={locale} href={origin + href(locale, pathname)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={origin + href(defaultLocale, pathname)} />
    </>
  )
}
