import type { LetterIn, LetterLanguage } from '../letter.ts'
import { phrases } from './phrases.ts'

export const affiliationEvents = ['confirmed', 'refused', 'ended', 'handed-over', 'reviewer'] as const
export type AffiliationEvent = (typeof affiliationEvents)[number]

type Words = Readonly<Record<AffiliationEvent, string>> & { readonly subject: string; readonly words: string }

/** Each sentence is followed by the title of the entry, which so needs no case of its own. */
const said: Readonly<Record<LetterLanguage, Words>> = {
  en: {
    subject: 'Where you belong on Hansa',
    confirmed: 'it is confirmed that you belong to:',
    refused: 'it was not confirmed that you belong to:',
    ended: 'you are no longer listed with:',
    'handed-over': 'from now on you look after:',
    reviewer: 'you are asked to review:',
    words: 'See where you belong',
  },
  fr: {
    subject: 'Vos rattachements sur Hansa',
    confirmed: 'votre rattachement est confirmé :',
    refused: 'votre rattachement n’a pas été confirmé :',
    ended: 'votre rattachement a pris fin :',
    'handed-over': 'vous êtes désormais responsable de :',
    reviewer: 'une évaluation vous est demandée :',
    words: 'Voir mes rattachements',
  },
  de: {
    subject: 'Ihre Zugehörigkeit auf Hansa',
    confirmed: 'Ihre Zugehörigkeit ist bestätigt:',
    refused: 'Ihre Zugehörigkeit wurde nicht bestätigt:',
    ended: 'Ihre Zugehörigkeit ist beendet:',
    'handed-over': 'ab jetzt betreuen Sie:',
    reviewer: 'Sie sind um eine Begutachtung gebeten:',
    words: 'Zugehörigkeiten ansehen',
  },
  es: {
    subject: 'Su pertenencia en Hansa',
    confirmed: 'se ha confirmado su pertenencia a:',
    refused: 'no se ha confirmado su pertenencia a:',
    ended: 'ya no figura en:',
    'handed-over': 'desde ahora está a su cargo:',
    reviewer: 'se le pide que revise:',
    words: 'Ver dónde figura',
  },
  pl: {
    subject: 'Twoje powiązania w Hansie',
    confirmed: 'powiązanie zostało potwierdzone:',
    refused: 'powiązanie nie zostało potwierdzone:',
    ended: 'powiązanie zostało zakończone:',
    'handed-over': 'od teraz opiekujesz się wpisem:',
    reviewer: 'prosimy o ocenę wpisu:',
    words: 'Zobacz swoje powiązania',
  },
  uk: {
    subject: 'Ваша приналежність у Hansa',
    confirmed: 'вашу приналежність підтверджено:',
    refused: 'вашу приналежність не підтверджено:',
    ended: 'вашу приналежність завершено:',
    'handed-over': 'відтепер ви відповідаєте за запис:',
    reviewer: 'вас просять оцінити запис:',
    words: 'Переглянути приналежність',
  },
  tr: {
    subject: 'Hansa’daki bağlılığınız',
    confirmed: 'bağlılığınız onaylandı:',
    refused: 'bağlılığınız onaylanmadı:',
    ended: 'bağlılığınız sona erdi:',
    'handed-over': 'bundan sonra sizin sorumluluğunuzda:',
    reviewer: 'değerlendirmeniz isteniyor:',
    words: 'Bağlılıklarıma bak',
  },
}

type Values = { name: string; event: AffiliationEvent; entry: string; link: string }

const changedIn =
  (language: LetterLanguage) =>
  ({ name, event, entry, link }: Values) => {
    const { subject, words, ...events } = said[language]
    return { subject, body: [phrases[language].hello(name), events[event], entry, { link, words }] }
  }

/** To a member, when others changed where she belongs. `link` leads to where she belongs. */
export const affiliationChangedLetter: LetterIn<Values> = {
  en: changedIn('en'),
  fr: changedIn('fr'),
  de: changedIn('de'),
  es: changedIn('es'),
  pl: changedIn('pl'),
  uk: changedIn('uk'),
  tr: changedIn('tr'),
}
