import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, useMatches, useRouteError, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { CuratingQuery, ViewerQuery } from './account/sign-in.query.ts'
import type { Execute } from './context.ts'
import { CurationProvider } from './curation/use-curation.tsx'
import { EnhanceScript } from './enhance-url.tsx'
import { BoundaryPage, errorTitle } from './error-boundary.tsx'
import sansFont from './fonts/sans-400-latin.woff2?url'
import serifFont from './fonts/serif-600-latin.woff2?url'
import { routeHandle } from './handle.ts'
import { Alternates } from './i18n/alternates.tsx'
import { defaultLocale, direction } from './i18n/locale.ts'
import { wantedLocale } from './i18n/preference.ts'
import { WordsProvider } from './i18n/use-words.tsx'
import { t } from './i18n/words.ts'
import { ReaderProvider } from './news/reader-context.tsx'
import styles from './styles/index.css?url'
import { themeOf } from './theme.ts'
import { PageFrame } from './ui/page-frame.tsx'

export const links: LinksFunction = () => [
  { rel: 'preload', as: 'font', type: 'font/woff2', href: sansFont, crossOrigin: 'anonymous' },
  { rel: 'preload', as: 'font', type: 'font/woff2', href: serifFont, crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const { viewer, curating } = context.signedIn ? await readViewer(context.execute) : nobody
  const wanted = wantedLocale(request)
  return {
    locale: context.locale,
    theme: themeOf(request),
    member: viewer?.name,
    administers: viewer?.isAdministrator === true,
    unread: viewer?.unreadNews ?? 0,
    watches: viewer?.watches ?? [],
    curates: curating?.curates === true,
    reviews: (curating?.ownReviews.length ?? 0) > 0,
    offer: wanted === context.locale ? undefined : wanted,
    origin: context.publicUrl,
    requestId: context.requestId,
    path: url.pathname + url.search,
  }
}

const nobody = { viewer: null, curating: null }

/** Nobody where the API does not answer: the page itself says so better. */
async function readViewer(execute: Execute) {
  const answer = await execute(ViewerQuery, {}).catch(() => null)
  if (!answer?.viewer) return nobody
  return { viewer: answer.viewer, curating: await execute(CuratingQuery, {}).catch(() => null) }
}

/** Titles of error pages; every other page names itself. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  const locale = data?.locale ?? defaultLocale
  const page = error ? t(locale, `error.${errorTitle(error)}`) : undefined
  return [{ title: page ? t(locale, 'frame.title', { page }) : t(locale, 'frame.name') }]
}

/** The document around every page and every error page. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const error = useRouteError()
  const locale = data?.locale ?? defaultLocale
  const theme = data?.theme ?? 'auto'
  const headerSearch = useMatches().every((match) => routeHandle(match.handle).headerSearch !== false)
  return (
    <html lang={locale} dir={direction(locale)} data-theme={theme === 'auto' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
        <Meta />
        <Links />
        {data && !error ? <Alternates origin={data.origin} path={data.path} /> : null}
        <EnhanceScript />
      </head>
      <body>
        <WordsProvider locale={locale}>
          <PageFrame
            path={data?.path ?? '/'}
            theme={theme}
            headerSearch={headerSearch}
            offer={data?.offer}
            member={data?.member}
            unread={data?.unread}
          >
            <ReaderProvider reader={{ path: data?.path ?? '/', watches: data?.watches ?? [] }}>
              <CurationProvider curates={data?.curates === true} reviews={data?.reviews === true}>
                {children}
              </CurationProvider>
            </ReaderProvider>
          </PageFrame>
        </WordsProvider>
      </body>
    </html>
  )
}

export default function Page() {
  return <Outlet />
}

export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>('root')
  return <BoundaryPage requestId={data?.requestId} />
}
