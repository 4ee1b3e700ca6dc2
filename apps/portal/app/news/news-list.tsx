import { Intent } from '../account/account-sections.tsx'
import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import type { NewsItem } from './news.query.ts'

/** What a member was told, the newest first; what she has not read is marked by a word, not by its look alone. */
export function NewsList({ items }: { readonly items: readonly NewsItem[] }) {
  return (
    <ol className="own-list news-list">
      {items.map((item) => (
        <NewsEntry key={item.id} item={item} />
      ))}
    </ol>
  )
}

/** The language of a title; a name that somebody gave herself is in none that we know. */
const titleLang = (locale: Parameters<typeof foreignLang>[0], language: string | null) =>
  foreignLang(locale, language === 'und' ? null : language)

function NewsEntry({ item }: { readonly item: NewsItem }) {
  const { t, href, locale, date } = useWords()
  const { id, sentence, title, language, by, path, count, entries, at, isRead } = item
  const lang = titleLang(locale, language)
  return (
    <li>
      <div>
        <p>
          {isRead ? null : <strong className="news-mark">{t('news.unread')} </strong>}
          {sentence}{' '}
          {title && path ? (
            <a href={href(path)} lang={lang}>
              {title}
            </a>
          ) : title ? (
            <span lang={lang}>{title}</span>
          ) : path ? (
            <a href={href(path)}>{t('news.open')}</a>
          ) : null}{' '}
          {by}
          <br />
          <span className="quiet">{date(at.slice(0, 10))}</span>
        </p>
        {entries.length > 0 ? (
          <>
            <p>{count}</p>
            <ul>
              {entries.map((entry) => (
                <li key={entry.path}>
                  <a href={href(entry.path)} lang={titleLang(locale, entry.language)}>
                    {entry.title}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
      {isRead ? null : (
        <form method="post">
          <Intent value="read" />
          <Button look="quiet" name="id" value={id}>
            {t('news.markRead')}
          </Button>
        </form>
      )}
    </li>
  )
}
