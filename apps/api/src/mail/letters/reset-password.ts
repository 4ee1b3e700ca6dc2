import type { Origin } from '@hansa/domain/origin'
import type { LetterIn } from '../letter.ts'
import { phrases } from './phrases.ts'

/** To a member who wants a new password. `link` is good for an hour, once. */
export const resetPasswordLetter: LetterIn<{ name: string; link: string; from: Origin }> = {
  en: ({ name, link, from }) => ({
    subject: 'Choose a new password for Hansa',
    body: [
      phrases.en.hello(name),
      'with this link you choose a new password. It is good once, for an hour. Until then the old one stays:',
      { link, words: 'Choose a new password' },
      phrases.en.from(from),
      phrases.en.ignore,
    ],
  }),
  fr: ({ name, link, from }) => ({
    subject: 'Choisissez un nouveau mot de passe pour Hansa',
    body: [
      phrases.fr.hello(name),
      'ce lien vous permet de choisir un nouveau mot de passe. Il sert une seule fois, pendant une heure. D’ici là, l’ancien reste valable :',
      { link, words: 'Choisir un nouveau mot de passe' },
      phrases.fr.from(from),
      phrases.fr.ignore,
    ],
  }),
  de: ({ name, link, from }) => ({
    subject: 'Wählen Sie ein neues Passwort für Hansa',
    body: [
      phrases.de.hello(name),
      'mit diesem Link wählen Sie ein neues Passwort. Er gilt einmal und eine Stunde lang. Bis dahin bleibt das alte:',
      { link, words: 'Neues Passwort wählen' },
      phrases.de.from(from),
      phrases.de.ignore,
    ],
  }),
  es: ({ name, link, from }) => ({
    subject: 'Elija una contraseña nueva para Hansa',
    body: [
      phrases.es.hello(name),
      'con este enlace elige una contraseña nueva. Sirve una sola vez, durante una hora. Hasta entonces vale la anterior:',
      { link, words: 'Elegir una contraseña nueva' },
      phrases.es.from(from),
      phrases.es.ignore,
    ],
  }),
  pl: ({ name, link, from }) => ({
    subject: 'Wybierz nowe hasło do Hansy',
    body: [
      phrases.pl.hello(name),
      'tym linkiem wybierzesz nowe hasło. Działa raz, przez godzinę. Do tego czasu obowiązuje stare:',
      { link, words: 'Wybierz nowe hasło' },
      phrases.pl.from(from),
      phrases.pl.ignore,
    ],
  }),
  uk: ({ name, link, from }) => ({
    subject: 'Виберіть новий пароль для Hansa',
    body: [
      phrases.uk.hello(name),
      'за цим посиланням ви виберете новий пароль. Воно діє один раз, годину. Доти чинний старий:',
      { link, words: 'Вибрати новий пароль' },
      phrases.uk.from(from),
      phrases.uk.ignore,
    ],
  }),
  tr: ({ name, link, from }) => ({
    subject: 'Hansa için yeni bir parola seçin',
    body: [
      phrases.tr.hello(name),
      'bu bağlantıyla yeni bir parola seçersiniz. Bir kez ve bir saat geçerlidir. O zamana kadar eskisi geçerli kalır:',
      { link, words: 'Yeni parola seç' },
      phrases.tr.from(from),
      phrases.tr.ignore,
    ],
  }),
}
