import type { ReactNode } from 'react'
import type { Locale } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import type { Theme } from '../theme.ts'
import { LanguageMenu, LanguageOffer, LanguageSwitch } from './language-switch.tsx'
import { RouteDevice } from './route-device.tsx'
import { SearchField } from './search-field.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

export interface PageFrameProps {
  /** Path and query of the page shown, without its language: marks where we are and where forms return to. */
  readonly path: string
  readonly theme: Theme
  /** False where the page has a search field of its own. */
  readonly headerSearch: boolean
  /** A language the visitor would rather read. */
  readonly offer?: Locale | undefined
  /** Name of the member who is signed in. */
  readonly member?: string | undefined
  /** How many pieces of news she has not read. */
  readonly unread?: number | undefined
  readonly children: ReactNode
}

const newsPath = '/account/news'

const sections = [
  { path: '/practices', word: 'frame.practices' },
  { path: '/cities', word: 'frame.cities' },
  { path: '/networks', word: 'frame.networks' },
  { path: '/policy-areas', word: 'frame.policyAreas' },
  { path: '/about', word: 'frame.about' },
] as const

/** What every page stands in: skip link, name, navigation, search, the page itself, footer. */
export function PageFrame({
  path,
  theme,
  headerSearch,
  offer,
  member,
  unread = 0,
  children,
}: PageFrameProps) {
  const { t } = useWords()
  return (
    <div className="page">
      <a className="skip-link" href="#main">
        {t('frame.skip')}
      </a>
      <SiteHeader path={path} search={headerSearch} offer={offer} member={member} unread={unread} />
      <main id="main" className="site-main" tabIndex={-1}>
        <div className="wrap">{children}</div>
      </main>
      <SiteFooter path={path} theme={theme} />
    </div>
  )
}

interface SiteHeaderProps {
  readonly path: string
  readonly search: boolean
  readonly offer: Locale | undefined
  readonly member: string | undefined
  readonly unread: number
}

function SiteHeader({ path, search, offer, member, unread }: SiteHeaderProps) {
  const { t, href } = useWords()
  return (
    <header className="site-header">
      <div className="wrap">
        {offer ? <LanguageOffer back={path} offer={offer} /> : null}
        <div className="site-header-row">
          <a className="wordmark" href={href('/')}>
            <RouteDevice />
            {t('frame.name')}
          </a>
          <LanguageMenu back={path} />
          {search ? (
            <SearchField action={href('/search')} label={t('frame.searchLabel')} size="compact" />
          ) : null}
        </div>
        <nav className="site-nav" aria-label={t('frame.navigation')}>
          <ul>
            {sections.map((section) => (
              <li key={section.path}>
                <a href={href(section.path)} aria-current={current(path, section.path)}>
                  {t(section.word)}
                </a>
              </li>
            ))}
            {member === undefined ? null : (
              <li className="nav-account">
                <a href={href(newsPath)} aria-current={current(path, newsPath)}>
                  {t('frame.news', { count: unread })}
                </a>
              </li>
            )}
            <li className={member === undefined ? 'nav-account' : undefined}>
              <AccountLink path={path} member={member} />
            </li>
          </ul>
        </nav>
      </div>
    </header>
  )
}

/** The way to sign in, or to the account of whoever is. */
function AccountLink({ path, member }: Pick<SiteHeaderProps, 'path' | 'member'>) {
  const { t, href } = useWords()
  const target = member === undefined ? '/sign-in' : '/account'
  // News are a page of the account with a link of its own.
  const isNews = current(path, newsPath) !== undefined
  return (
    <a href={href(target)} aria-current={isNews ? undefined : current(path, target)}>
      {member ?? t('account.signIn')}
    </a>
  )
}

/** The page itself, a page below it, or neither. */
function current(path: string, section: string): 'page' | 'true' | undefined {
  const pathname = path.split('?')[0] ?? ''
  if (pathname === section) return 'page'
  return pathname.startsWith(`${section}/`) ? 'true' : undefined
}

function SiteFooter({ path, theme }: { readonly path: string; readonly theme: Theme }) {
  const { t, href } = useWords()
  return (
    <footer className="site-footer">
      <div className="wrap site-footer-row">
        <p>{t('frame.licence')}</p>
        <div>
          <ul>
            <li>
              <a href={href('/about')}>{t('frame.about')}</a>
            </li>
            <li>
              <a href={href('/write')}>{t('writing.describe')}</a>
            </li>
            <li>
              <a href={href('/api')}>{t('frame.api')}</a>
            </li>
            <li>
              <a href={href('/accessibility')}>{t('frame.accessibility')}</a>
            </li>
            <li>
              <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
                {t('frame.licenceName')}
              </a>
            </li>
          </ul>
          <LanguageSwitch back={path} />
          <ThemeSwitch theme={theme} back={href(path)} />
        </div>
      </div>
    </footer>
  )
}
