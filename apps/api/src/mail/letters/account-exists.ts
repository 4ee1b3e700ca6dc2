import type { Origin } from '@hansa/domain/origin'
import type { LetterIn } from '../letter.ts'
import { phrases } from './phrases.ts'

/** To a member whose address somebody used to join, or wanted for another account. `link` leads to signing in. */
export const accountExistsLetter: LetterIn<{ name: string; link: string; from: Origin }> = {
  en: ({ name, link, from }) => ({
    subject: 'You already have an account on Hansa',
    body: [
      phrases.en.hello(name),
      'somebody, probably you, wanted to use this address for a new account. There is one with it already: yours. Nothing was changed.',
      'If you have forgotten your password, you can sign in with a link by mail.',
      { link, words: 'Sign in' },
      phrases.en.from(from),
    ],
  }),
  fr: ({ name, link, from }) => ({
    subject: 'Vous avez déjà un compte sur Hansa',
    body: [
      phrases.fr.hello(name),
      'quelqu’un, sans doute vous, a voulu utiliser cette adresse pour un nouveau compte. Il en existe déjà un : le vôtre. Rien n’a changé.',
      'Si vous avez oublié votre mot de passe, vous pouvez vous connecter avec un lien reçu par courriel.',
      { link, words: 'Se connecter' },
      phrases.fr.from(from),
    ],
  }),
  de: ({ name, link, from }) => ({
    subject: 'Sie haben schon ein Konto bei Hansa',
    body: [
      phrases.de.hello(name),
      'jemand, vermutlich Sie, wollte diese Adresse für ein neues Konto verwenden. Es gibt schon eines damit: Ihres. Geändert wurde nichts.',
      'Haben Sie Ihr Passwort vergessen, können Sie sich mit einem Link per E-Mail anmelden.',
      { link, words: 'Anmelden' },
      phrases.de.from(from),
    ],
  }),
  es: ({ name, link, from }) => ({
    subject: 'Ya tiene una cuenta en Hansa',
    body: [
      phrases.es.hello(name),
      'alguien, probablemente usted, quiso usar esta dirección para una cuenta nueva. Ya existe una con ella: la suya. No se ha cambiado nada.',
      'Si ha olvidado su contraseña, puede entrar con un enlace por correo.',
      { link, words: 'Entrar' },
      phrases.es.from(from),
    ],
  }),
  pl: ({ name, link, from }) => ({
    subject: 'Masz już konto w Hansie',
    body: [
      phrases.pl.hello(name),
      'ktoś, zapewne Ty, chce użyć tego adresu do nowego konta. Takie konto już istnieje: Twoje. Nic się nie zmieniło.',
      'Jeśli nie pamiętasz hasła, możesz zalogować się linkiem z poczty.',
      { link, words: 'Zaloguj się' },
      phrases.pl.from(from),
    ],
  }),
  uk: ({ name, link, from }) => ({
    subject: 'У вас уже є обліковий запис у Hansa',
    body: [
      phrases.uk.hello(name),
      'хтось, імовірно ви, хоче використати цю адресу для нового облікового запису. Такий запис уже є: ваш. Нічого не змінилося.',
      'Якщо ви забули пароль, можна увійти за посиланням із листа.',
      { link, words: 'Увійти' },
      phrases.uk.from(from),
    ],
  }),
  tr: ({ name, link, from }) => ({
    subject: 'Hansa’da zaten bir hesabınız var',
    body: [
      phrases.tr.hello(name),
      'birisi, büyük olasılıkla siz, bu adresi yeni bir hesap için kullanmak istedi. Bu adresle zaten bir hesap var: sizinki. Hiçbir şey değişmedi.',
      'Parolanızı unuttuysanız postayla gelen bir bağlantıyla oturum açabilirsiniz.',
      { link, words: 'Oturum aç' },
      phrases.tr.from(from),
    ],
  }),
}
