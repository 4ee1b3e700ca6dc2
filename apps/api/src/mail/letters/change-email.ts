import type { LetterIn } from '../letter.ts'
import { phrases } from './phrases.ts'

/** To the address a member wants to have from now on. `link` is good for a day, once. */
export const changeEmailLetter: LetterIn<{ name: string; link: string }> = {
  en: ({ name, link }) => ({
    subject: 'Confirm your new address for Hansa',
    body: [
      phrases.en.hello(name),
      'open this link within a day to use this address on Hansa from now on:',
      { link, words: 'Use this address' },
      phrases.en.ignore,
    ],
  }),
  fr: ({ name, link }) => ({
    subject: 'Confirmez votre nouvelle adresse pour Hansa',
    body: [
      phrases.fr.hello(name),
      'ouvrez ce lien dans les 24 heures pour utiliser désormais cette adresse sur Hansa :',
      { link, words: 'Utiliser cette adresse' },
      phrases.fr.ignore,
    ],
  }),
  de: ({ name, link }) => ({
    subject: 'Bestätigen Sie Ihre neue Adresse für Hansa',
    body: [
      phrases.de.hello(name),
      'öffnen Sie diesen Link innerhalb eines Tages, um bei Hansa künftig diese Adresse zu verwenden:',
      { link, words: 'Diese Adresse verwenden' },
      phrases.de.ignore,
    ],
  }),
  es: ({ name, link }) => ({
    subject: 'Confirme su dirección nueva para Hansa',
    body: [
      phrases.es.hello(name),
      'abra este enlace en el plazo de un día para usar esta dirección en Hansa a partir de ahora:',
      { link, words: 'Usar esta dirección' },
      phrases.es.ignore,
    ],
  }),
  pl: ({ name, link }) => ({
    subject: 'Potwierdź nowy adres w Hansie',
    body: [
      phrases.pl.hello(name),
      'otwórz ten link w ciągu doby, aby odtąd używać tego adresu w Hansie:',
      { link, words: 'Używaj tego adresu' },
      phrases.pl.ignore,
    ],
  }),
  uk: ({ name, link }) => ({
    subject: 'Підтвердьте нову адресу для Hansa',
    body: [
      phrases.uk.hello(name),
      'відкрийте це посилання протягом доби, щоб відтепер користуватися цією адресою в Hansa:',
      { link, words: 'Користуватися цією адресою' },
      phrases.uk.ignore,
    ],
  }),
  tr: ({ name, link }) => ({
    subject: 'Hansa için yeni adresinizi doğrulayın',
    body: [
      phrases.tr.hello(name),
      'Hansa’da bundan sonra bu adresi kullanmak için bu bağlantıyı bir gün içinde açın:',
      { link, words: 'Bu adresi kullan' },
      phrases.tr.ignore,
    ],
  }),
}
