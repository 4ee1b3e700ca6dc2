import type { LetterIn } from '../letter.ts'
import { phrases } from './phrases.ts'

/**
 * To an address that somebody wants to join with. It repeats nothing she typed: the address may be somebody else's.
 * `link` is good for a day.
 */
export const joinLetter: LetterIn<{ link: string }> = {
  en: ({ link }) => ({
    subject: 'Confirm your address for Hansa',
    body: [
      'Somebody, probably you, wants to join Hansa with this address.',
      'Open this link within a day to confirm it and to finish:',
      { link, words: 'Confirm my address' },
      phrases.en.ignore,
    ],
  }),
  fr: ({ link }) => ({
    subject: 'Confirmez votre adresse pour Hansa',
    body: [
      'Quelqu’un, sans doute vous, souhaite rejoindre Hansa avec cette adresse.',
      'Ouvrez ce lien dans les 24 heures pour la confirmer et terminer :',
      { link, words: 'Confirmer mon adresse' },
      phrases.fr.ignore,
    ],
  }),
  de: ({ link }) => ({
    subject: 'Bestätigen Sie Ihre Adresse für Hansa',
    body: [
      'Jemand, vermutlich Sie, möchte mit dieser Adresse Mitglied von Hansa werden.',
      'Öffnen Sie diesen Link innerhalb eines Tages, um sie zu bestätigen und abzuschließen:',
      { link, words: 'Meine Adresse bestätigen' },
      phrases.de.ignore,
    ],
  }),
  es: ({ link }) => ({
    subject: 'Confirme su dirección para Hansa',
    body: [
      'Alguien, probablemente usted, quiere unirse a Hansa con esta dirección.',
      'Abra este enlace en el plazo de un día para confirmarla y terminar:',
      { link, words: 'Confirmar mi dirección' },
      phrases.es.ignore,
    ],
  }),
  pl: ({ link }) => ({
    subject: 'Potwierdź swój adres w Hansie',
    body: [
      'Ktoś, zapewne Ty, chce dołączyć do Hansy z tym adresem.',
      'Otwórz ten link w ciągu doby, aby potwierdzić adres i dokończyć:',
      { link, words: 'Potwierdź mój adres' },
      phrases.pl.ignore,
    ],
  }),
  uk: ({ link }) => ({
    subject: 'Підтвердьте свою адресу для Hansa',
    body: [
      'Хтось, імовірно ви, хоче долучитися до Hansa з цією адресою.',
      'Відкрийте це посилання протягом доби, щоб підтвердити її та завершити:',
      { link, words: 'Підтвердити мою адресу' },
      phrases.uk.ignore,
    ],
  }),
  tr: ({ link }) => ({
    subject: 'Hansa için adresinizi doğrulayın',
    body: [
      'Birisi, büyük olasılıkla siz, bu adresle Hansa’ya katılmak istiyor.',
      'Adresi doğrulamak ve işlemi bitirmek için bu bağlantıyı bir gün içinde açın:',
      { link, words: 'Adresimi doğrula' },
      phrases.tr.ignore,
    ],
  }),
}
