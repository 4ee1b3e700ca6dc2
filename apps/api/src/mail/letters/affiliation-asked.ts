import type { LetterIn } from '../letter.ts'
import { phrases } from './phrases.ts'

/** To those who answer for an entry, when somebody asks to belong to it. `link` leads to where they answer. */
export const affiliationAskedLetter: LetterIn<{ name: string; asking: string; entry: string; link: string }> =
  {
    en: ({ name, asking, entry, link }) => ({
      subject: 'Somebody asks to belong to what you look after on Hansa',
      body: [
        phrases.en.hello(name),
        `${asking} asks to be listed with: ${entry}.`,
        'Confirm it only if you know that it is so: it may give rights.',
        { link, words: 'Answer' },
      ],
    }),
    fr: ({ name, asking, entry, link }) => ({
      subject: 'Demande de rattachement sur Hansa',
      body: [
        phrases.fr.hello(name),
        `${asking} demande à être rattaché à : ${entry}.`,
        'Ne confirmez que si vous savez que c’est exact : des droits peuvent en découler.',
        { link, words: 'Répondre' },
      ],
    }),
    de: ({ name, asking, entry, link }) => ({
      subject: 'Anfrage zur Zugehörigkeit auf Hansa',
      body: [
        phrases.de.hello(name),
        `${asking} möchte hier geführt werden: ${entry}.`,
        'Bestätigen Sie nur, was Sie sicher wissen: Damit können Rechte verbunden sein.',
        { link, words: 'Antworten' },
      ],
    }),
    es: ({ name, asking, entry, link }) => ({
      subject: 'Solicitud de pertenencia en Hansa',
      body: [
        phrases.es.hello(name),
        `${asking} pide figurar en: ${entry}.`,
        'Confirme solo si sabe que es así: puede conllevar derechos.',
        { link, words: 'Responder' },
      ],
    }),
    pl: ({ name, asking, entry, link }) => ({
      subject: 'Prośba o powiązanie w Hansie',
      body: [
        phrases.pl.hello(name),
        `Prośba od: ${asking}. Dotyczy: ${entry}.`,
        'Potwierdź tylko to, co wiesz na pewno: mogą z tego wynikać uprawnienia.',
        { link, words: 'Odpowiedz' },
      ],
    }),
    uk: ({ name, asking, entry, link }) => ({
      subject: 'Запит на приналежність у Hansa',
      body: [
        phrases.uk.hello(name),
        `Запит від: ${asking}. Стосується: ${entry}.`,
        'Підтверджуйте лише те, що знаєте напевно: це може давати права.',
        { link, words: 'Відповісти' },
      ],
    }),
    tr: ({ name, asking, entry, link }) => ({
      subject: 'Hansa’da bağlılık isteği',
      body: [
        phrases.tr.hello(name),
        `İsteyen: ${asking}. İlgili kayıt: ${entry}.`,
        'Yalnızca doğru olduğunu bildiğinizi onaylayın: bundan haklar doğabilir.',
        { link, words: 'Yanıtla' },
      ],
    }),
  }
