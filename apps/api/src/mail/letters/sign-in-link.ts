import type { Origin } from '@hansa/domain/origin'
import type { LetterIn } from '../letter.ts'
import { phrases } from './phrases.ts'

/** To a member who wants to sign in without a password. `link` is good for half an hour, once. */
export const signInLinkLetter: LetterIn<{ name: string; link: string; from: Origin }> = {
  en: ({ name, link, from }) => ({
    subject: 'Your link to sign in to Hansa',
    body: [
      phrases.en.hello(name),
      'this link signs you in. It is good once, for half an hour:',
      { link, words: 'Sign in' },
      phrases.en.from(from),
      phrases.en.ignore,
    ],
  }),
  fr: ({ name, link, from }) => ({
    subject: 'Votre lien pour vous connecter à Hansa',
    body: [
      phrases.fr.hello(name),
      'ce lien vous connecte. Il sert une seule fois, pendant une demi-heure :',
      { link, words: 'Se connecter' },
      phrases.fr.from(from),
      phrases.fr.ignore,
    ],
  }),
  de: ({ name, link, from }) => ({
    subject: 'Ihr Link zum Anmelden bei Hansa',
    body: [
      phrases.de.hello(name),
      'mit diesem Link melden Sie sich an. Er gilt einmal und eine halbe Stunde lang:',
      { link, words: 'Anmelden' },
      phrases.de.from(from),
      phrases.de.ignore,
    ],
  }),
  es: ({ name, link, from }) => ({
    subject: 'Su enlace para entrar en Hansa',
    body: [
      phrases.es.hello(name),
      'con este enlace entra usted. Sirve una sola vez, durante media hora:',
      { link, words: 'Entrar' },
      phrases.es.from(from),
      phrases.es.ignore,
    ],
  }),
  pl: ({ name, link, from }) => ({
    subject: 'Twój link do logowania w Hansie',
    body: [
      phrases.pl.hello(name),
      'tym linkiem się zalogujesz. Działa raz, przez pół godziny:',
      { link, words: 'Zaloguj się' },
      phrases.pl.from(from),
      phrases.pl.ignore,
    ],
  }),
  uk: ({ name, link, from }) => ({
    subject: 'Ваше посилання для входу в Hansa',
    body: [
      phrases.uk.hello(name),
      'за цим посиланням ви увійдете. Воно діє один раз, пів години:',
      { link, words: 'Увійти' },
      phrases.uk.from(from),
      phrases.uk.ignore,
    ],
  }),
  tr: ({ name, link, from }) => ({
    subject: 'Hansa’da oturum açma bağlantınız',
    body: [
      phrases.tr.hello(name),
      'bu bağlantıyla oturum açarsınız. Bir kez ve yarım saat geçerlidir:',
      { link, words: 'Oturum aç' },
      phrases.tr.from(from),
      phrases.tr.ignore,
    ],
  }),
}
