import { newsAbouts, type StopThing } from '@hansa/domain/notification'
import type { Letter, LetterLanguage } from '../mail/letter.ts'
import { phrases } from '../mail/letters/phrases.ts'
import { newsWords } from './news-words.ts'
import type { ToldNews } from './told-news.ts'

type Values = {
  name: string
  news: readonly ToldNews[]
  /** What the letter's link stops, and that link. */
  thing: StopThing
  stop: string
  /** Gives the whole address of a path. */
  page: (path: string) => string
}

const sentenceOf = ({ sentence, title }: ToldNews): string =>
  title ? `${sentence} ${title.text}` : sentence.replace(/\s*:$/, '.')

const bodyOf = (told: ToldNews, language: LetterLanguage, page: Values['page']): Letter['body'][number][] => [
  [sentenceOf(told), told.by].filter(Boolean).join(' '),
  ...(told.count && told.entries.length > 0 ? [told.count] : []),
  ...told.entries.map(({ title, path }) => ({ link: page(path), words: title.text, named: true })),
  ...(told.path ? [{ link: page(told.path), words: newsWords[language].open }] : []),
]

const whyOf = ({ thing, news }: Pick<Values, 'thing' | 'news'>, language: LetterLanguage): string => {
  const { why } = newsWords[language]
  const [first] = news
  if (thing.stops !== 'watch') return why[thing.id]
  return first?.title ? why.watch(first.title.text) : why[newsAbouts[first?.row.about ?? 'followed.news']]
}

/** A letter that tells one or several pieces of news, says why it came, and how to have no more like it. */
export const newsLetter = ({ name, news, thing, stop, page }: Values, language: LetterLanguage): Letter => {
  const words = newsWords[language]
  const [first, ...more] = news
  return {
    subject: first && more.length === 0 ? sentenceOf(first) : words.subject(news.length),
    body: [
      phrases[language].hello(name),
      ...news.flatMap((told) => bodyOf(told, language, page)),
      { link: page('/account/news'), words: words.all },
    ],
    ending: { why: whyOf({ thing, news }, language), stop: { link: stop, words: words.stop[thing.stops] } },
  }
}
