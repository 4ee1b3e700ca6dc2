import type { LetterIn } from '../letter.ts'

/** To an address without an account, for which somebody wanted a link: she may have another address in mind. */
export const noAccountLetter: LetterIn<{ link: string }> = {
  en: ({ link }) => ({
    subject: 'There is no account with this address on Hansa',
    body: [
      'Somebody, probably you, wanted to sign in to Hansa with this address. There is no account with it; you may have joined with another one.',
      'If you would like to join, it takes a minute:',
      { link, words: 'Join Hansa' },
      'If it was not you, you need not do anything.',
    ],
  }),
  fr: ({ link }) => ({
    subject: 'Aucun compte sur Hansa avec cette adresse',
    body: [
      'Quelqu’un, sans doute vous, a voulu se connecter à Hansa avec cette adresse. Aucun compte n’y correspond ; vous en avez peut-être utilisé une autre.',
      'Si vous souhaitez nous rejoindre, une minute suffit :',
      { link, words: 'Rejoindre Hansa' },
      'Si ce n’était pas vous, vous n’avez rien à faire.',
    ],
  }),
  de: ({ link }) => ({
    subject: 'Zu dieser Adresse gibt es bei Hansa kein Konto',
    body: [
      'Jemand, vermutlich Sie, wollte sich mit dieser Adresse bei Hansa anmelden. Es gibt kein Konto dazu; vielleicht haben Sie eine andere verwendet.',
      'Möchten Sie Mitglied werden, dauert das eine Minute:',
      { link, words: 'Mitglied werden' },
      'Waren Sie es nicht, müssen Sie nichts tun.',
    ],
  }),
  es: ({ link }) => ({
    subject: 'No hay ninguna cuenta con esta dirección en Hansa',
    body: [
      'Alguien, probablemente usted, quiso entrar en Hansa con esta dirección. No hay ninguna cuenta con ella; quizá usó otra.',
      'Si desea unirse, tarda un minuto:',
      { link, words: 'Unirse a Hansa' },
      'Si no fue usted, no tiene que hacer nada.',
    ],
  }),
  pl: ({ link }) => ({
    subject: 'W Hansie nie ma konta z tym adresem',
    body: [
      'Ktoś, zapewne Ty, chce zalogować się do Hansy z tym adresem. Nie ma takiego konta; może w użyciu był inny adres.',
      'Jeśli chcesz dołączyć, zajmie to minutę:',
      { link, words: 'Dołącz do Hansy' },
      'Jeśli to nie Ty, nie musisz nic robić.',
    ],
  }),
  uk: ({ link }) => ({
    subject: 'У Hansa немає облікового запису з цією адресою',
    body: [
      'Хтось, імовірно ви, хоче увійти в Hansa з цією адресою. Такого запису немає; можливо, ви скористалися іншою адресою.',
      'Якщо хочете долучитися, це займе хвилину:',
      { link, words: 'Долучитися до Hansa' },
      'Якщо це були не ви, нічого робити не треба.',
    ],
  }),
  tr: ({ link }) => ({
    subject: 'Hansa’da bu adresle bir hesap yok',
    body: [
      'Birisi, büyük olasılıkla siz, bu adresle Hansa’da oturum açmak istedi. Bu adresle bir hesap yok; belki başka bir adres kullandınız.',
      'Katılmak isterseniz bir dakika sürer:',
      { link, words: 'Hansa’ya katıl' },
      'Bunu siz istemediyseniz bir şey yapmanız gerekmez.',
    ],
  }),
}
