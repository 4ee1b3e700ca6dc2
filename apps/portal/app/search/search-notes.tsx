import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import type { SearchData } from './load-search.server.ts'
import { searchQuery } from './search-params.ts'

/** What the search made of the words: names it knows, a better spelling, what it gave up. */
export function SearchNotes({ data, action }: { readonly data: SearchData; readonly action: string }) {
  const { t, list, language } = useWords()
  const { params, search } = data
  const { didYouMean, relaxed, limited } = search
  return (
    <>
      {limited ? (
        <p className="search-note" role="status">
          {t('search.limited')}
        </p>
      ) : null}
      <Names data={data} action={action} />
      {didYouMean ? (
        <p className="search-note">
          {t('search.didYouMean')}{' '}
          <a href={`${action}${searchQuery({ ...params, q: didYouMean, page: 1 })}`} lang="">
            {didYouMean}
          </a>
        </p>
      ) : null}
      {relaxed && relaxed.droppedWords.length > 0 ? (
        <p className="search-note">
          {t('search.dropped', {
            words: list(relaxed.droppedWords.map((text) => t('search.quoted', { text }))),
          })}
        </p>
      ) : null}
      {relaxed?.stemLanguage ? (
        <p className="search-note">{t('search.stems', { language: language(relaxed.stemLanguage) })}</p>
      ) : null}
    </>
  )
}

/** Words that were read as a name, and a way to search for the very words. */
function Names({ data: { params, search }, action }: { readonly data: SearchData; readonly action: string }) {
  const { t, locale } = useWords()
  return search.names.map(({ words, literally, label }) => (
    <p key={literally} className="search-name">
      <b lang={foreignLang(locale, label?.language)}>{label?.value ?? words}</b> · {t('search.named')}.{' '}
      <a href={`${action}${searchQuery({ ...params, q: literally, page: 1 })}`}>
        {t('search.literally', { words })}
      </a>
    </p>
  ))
}
