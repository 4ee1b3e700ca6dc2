import type { Origin } from '@hansa/domain/origin'
import type { LetterLanguage } from '../letter.ts'

type Phrases = {
  hello(name: string): string
  /** From where something was asked for or done. */
  from(origin: Origin): string
  /** For whoever did not ask for the letter. */
  ignore: string
}

/** Sentences that several letters share. */
export const phrases: Readonly<Record<LetterLanguage, Phrases>> = {
  en: {
    hello: (name) => `Hello ${name},`,
    from: ({ device, network }) => `It came from: ${device}, network ${network}.`,
    ignore: 'If it was not you, you need not do anything. Nobody can use this link without your mailbox.',
  },
  fr: {
    hello: (name) => `Bonjour ${name},`,
    from: ({ device, network }) => `Origine : ${device}, réseau ${network}.`,
    ignore:
      'Si ce n’était pas vous, vous n’avez rien à faire. Personne ne peut utiliser ce lien sans votre boîte aux lettres.',
  },
  de: {
    hello: (name) => `Guten Tag ${name},`,
    from: ({ device, network }) => `Es kam von: ${device}, Netz ${network}.`,
    ignore:
      'Waren Sie es nicht, müssen Sie nichts tun. Ohne Ihr Postfach kann niemand diesen Link verwenden.',
  },
  es: {
    hello: (name) => `Hola, ${name}:`,
    from: ({ device, network }) => `Procede de: ${device}, red ${network}.`,
    ignore: 'Si no fue usted, no tiene que hacer nada. Nadie puede usar este enlace sin su buzón.',
  },
  pl: {
    hello: (name) => `Dzień dobry, ${name}!`,
    from: ({ device, network }) => `Skąd: ${device}, sieć ${network}.`,
    ignore: 'Jeśli to nie Ty, nie musisz nic robić. Bez Twojej skrzynki nikt nie użyje tego linku.',
  },
  uk: {
    hello: (name) => `Вітаємо, ${name}!`,
    from: ({ device, network }) => `Звідки: ${device}, мережа ${network}.`,
    ignore:
      'Якщо це були не ви, нічого робити не треба. Без вашої скриньки ніхто не скористається цим посиланням.',
  },
  tr: {
    hello: (name) => `Merhaba ${name},`,
    from: ({ device, network }) => `Nereden: ${device}, ağ ${network}.`,
    ignore:
      'Bunu siz istemediyseniz bir şey yapmanız gerekmez. Posta kutunuz olmadan bu bağlantıyı kimse kullanamaz.',
  },
}
