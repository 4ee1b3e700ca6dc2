import type { LetterIn, LetterLanguage } from '../letter.ts'
import { phrases } from './phrases.ts'

type Words = {
  readonly subject: string
  /** Followed by a name. */
  readonly from: string
  readonly answer: string
  readonly words: string
  readonly copySubject: string
  /** Followed by a name. */
  readonly to: string
}

const said: Readonly<Record<LetterLanguage, Words>> = {
  en: {
    subject: 'A message to you on Hansa',
    from: 'a member writes to you:',
    answer: 'Your address is not known to her or him. You can answer on this page:',
    words: 'Answer',
    copySubject: 'Copy of your message on Hansa',
    to: 'this is what you wrote to:',
  },
  fr: {
    subject: 'Un message pour vous sur Hansa',
    from: 'un membre vous écrit :',
    answer: 'Cette personne ne connaît pas votre adresse. Vous pouvez répondre sur cette page :',
    words: 'Répondre',
    copySubject: 'Copie de votre message sur Hansa',
    to: 'voici ce que vous avez écrit à :',
  },
  de: {
    subject: 'Eine Nachricht an Sie auf Hansa',
    from: 'ein Mitglied schreibt Ihnen:',
    answer: 'Ihre Adresse wurde nicht weitergegeben. Antworten können Sie auf dieser Seite:',
    words: 'Antworten',
    copySubject: 'Kopie Ihrer Nachricht auf Hansa',
    to: 'das haben Sie geschrieben an:',
  },
  es: {
    subject: 'Un mensaje para usted en Hansa',
    from: 'un miembro le escribe:',
    answer: 'Esa persona no conoce su dirección. Puede responder en esta página:',
    words: 'Responder',
    copySubject: 'Copia de su mensaje en Hansa',
    to: 'esto es lo que escribió a:',
  },
  pl: {
    subject: 'Wiadomość dla Ciebie w Hansie',
    from: 'wiadomość od członka sieci:',
    answer: 'Twój adres nie został ujawniony. Odpowiedzieć możesz na tej stronie:',
    words: 'Odpowiedz',
    copySubject: 'Kopia Twojej wiadomości w Hansie',
    to: 'Twoja wiadomość do:',
  },
  uk: {
    subject: 'Повідомлення для вас у Hansa',
    from: 'вам пише учасник мережі:',
    answer: 'Вашу адресу не розкрито. Відповісти можна на цій сторінці:',
    words: 'Відповісти',
    copySubject: 'Копія вашого повідомлення в Hansa',
    to: 'ось що ви написали:',
  },
  tr: {
    subject: 'Hansa’da size bir ileti',
    from: 'bir üye size yazıyor:',
    answer: 'Adresiniz bu kişiye verilmedi. Şu sayfada yanıtlayabilirsiniz:',
    words: 'Yanıtla',
    copySubject: 'Hansa’daki iletinizin kopyası',
    to: 'yazdığınız kişi:',
  },
}

/** What somebody wrote, as paragraphs. */
const paragraphs = (message: string): string[] => message.split(/\n{2,}/).filter((part) => part.trim() !== '')

type ToMember = { name: string; from: string; message: string; link: string }
type ToSender = { name: string; to: string; message: string }

const contactIn =
  (language: LetterLanguage) =>
  ({ name, from, message, link }: ToMember) => {
    const words = said[language]
    const body = [phrases[language].hello(name), words.from, from, ...paragraphs(message), words.answer]
    return { subject: words.subject, body: [...body, { link, words: words.words }] }
  }

const copyIn =
  (language: LetterLanguage) =>
  ({ name, to, message }: ToSender) => {
    const words = said[language]
    return {
      subject: words.copySubject,
      body: [phrases[language].hello(name), words.to, to, ...paragraphs(message)],
    }
  }

/** To a member another one writes to. `link` leads to the page where she can answer; no address is told. */
export const contactLetter: LetterIn<ToMember> = {
  en: contactIn('en'),
  fr: contactIn('fr'),
  de: contactIn('de'),
  es: contactIn('es'),
  pl: contactIn('pl'),
  uk: contactIn('uk'),
  tr: contactIn('tr'),
}

/** The copy for who wrote. */
export const contactCopyLetter: LetterIn<ToSender> = {
  en: copyIn('en'),
  fr: copyIn('fr'),
  de: copyIn('de'),
  es: copyIn('es'),
  pl: copyIn('pl'),
  uk: copyIn('uk'),
  tr: copyIn('tr'),
}
