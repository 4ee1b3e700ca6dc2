import type { Origin } from '@hansa/domain/origin'
import type { LetterIn, LetterLanguage } from '../letter.ts'
import { phrases } from './phrases.ts'

export const securityEvents = [
  'email-changed',
  'password-changed',
  'second-factor-added',
  'second-factor-removed',
  'recovery-code-used',
  'passkey-added',
  'passkey-removed',
  'identity-added',
  'identity-removed',
  'token-created',
] as const
export type SecurityEvent = (typeof securityEvents)[number]

const happened: Readonly<Record<LetterLanguage, Readonly<Record<SecurityEvent, string>>>> = {
  en: {
    'email-changed': 'your account has another e-mail address from now on. Letters no longer go to this one.',
    'password-changed': 'your password was changed. You were signed out everywhere else.',
    'second-factor-added':
      'signing in to your account now takes a code as well. You were signed out everywhere else.',
    'second-factor-removed': 'signing in to your account no longer takes a code.',
    'recovery-code-used':
      'somebody signed in to your account with one of your recovery codes. It is used up now.',
    'passkey-added': 'a passkey was added to your account. It is enough to sign in.',
    'passkey-removed': 'a passkey was removed from your account.',
    'identity-added':
      'single sign-on was linked to your account: an account elsewhere is enough to sign in, or for the first step.',
    'identity-removed': 'single sign-on was unlinked from your account.',
    'token-created': 'a token was made with which a program can use Hansa in your name.',
  },
  fr: {
    'email-changed': 'votre compte a désormais une autre adresse. Plus aucun courriel n’ira à celle-ci.',
    'password-changed': 'votre mot de passe a été changé. Vous avez été déconnecté partout ailleurs.',
    'second-factor-added':
      'la connexion à votre compte demande désormais aussi un code. Vous avez été déconnecté partout ailleurs.',
    'second-factor-removed': 'la connexion à votre compte ne demande plus de code.',
    'recovery-code-used':
      'quelqu’un s’est connecté à votre compte avec un de vos codes de secours. Il n’est plus valable.',
    'passkey-added': 'une clé d’accès a été ajoutée à votre compte. Elle suffit pour se connecter.',
    'passkey-removed': 'une clé d’accès a été retirée de votre compte.',
    'identity-added':
      'l’authentification unique a été reliée à votre compte : un compte ailleurs suffit pour se connecter, ou pour la première étape.',
    'identity-removed': 'l’authentification unique n’est plus reliée à votre compte.',
    'token-created': 'un jeton a été créé, avec lequel un programme peut utiliser Hansa en votre nom.',
  },
  de: {
    'email-changed': 'Ihr Konto hat ab jetzt eine andere E-Mail-Adresse. An diese geht nichts mehr.',
    'password-changed': 'Ihr Passwort wurde geändert. Überall sonst wurden Sie abgemeldet.',
    'second-factor-added':
      'für die Anmeldung ist ab jetzt auch ein Code nötig. Überall sonst wurden Sie abgemeldet.',
    'second-factor-removed': 'für die Anmeldung ist kein Code mehr nötig.',
    'recovery-code-used':
      'jemand hat sich mit einem Ihrer Notfallcodes angemeldet. Dieser ist damit verbraucht.',
    'passkey-added': 'zu Ihrem Konto kam ein Passkey hinzu. Er genügt zur Anmeldung.',
    'passkey-removed': 'von Ihrem Konto wurde ein Passkey entfernt.',
    'identity-added':
      'Single Sign-on wurde mit Ihrem Konto verknüpft: Ein Konto anderswo genügt zur Anmeldung oder für deren ersten Schritt.',
    'identity-removed': 'Single Sign-on ist nicht mehr mit Ihrem Konto verknüpft.',
    'token-created': 'es wurde ein Token erstellt, mit dem ein Programm Hansa in Ihrem Namen verwenden kann.',
  },
  es: {
    'email-changed': 'su cuenta tiene desde ahora otra dirección de correo. Ya no llegará nada a esta.',
    'password-changed': 'se cambió su contraseña. Se cerró su sesión en todos los demás sitios.',
    'second-factor-added':
      'para entrar en su cuenta hace falta ahora también un código. Se cerró su sesión en todos los demás sitios.',
    'second-factor-removed': 'para entrar en su cuenta ya no hace falta un código.',
    'recovery-code-used': 'alguien entró en su cuenta con uno de sus códigos de recuperación. Ya no sirve.',
    'passkey-added': 'se añadió una llave de acceso a su cuenta. Basta para entrar.',
    'passkey-removed': 'se quitó una llave de acceso de su cuenta.',
    'identity-added':
      'se vinculó el inicio de sesión único a su cuenta: una cuenta en otro sitio basta para entrar, o para el primer paso.',
    'identity-removed': 'se desvinculó el inicio de sesión único de su cuenta.',
    'token-created': 'se creó un token con el que un programa puede usar Hansa en su nombre.',
  },
  pl: {
    'email-changed': 'Twoje konto ma odtąd inny adres e-mail. Na ten nic już nie przyjdzie.',
    'password-changed': 'Twoje hasło zostało zmienione. Wszędzie indziej nastąpiło wylogowanie.',
    'second-factor-added':
      'do logowania potrzebny jest teraz także kod. Wszędzie indziej nastąpiło wylogowanie.',
    'second-factor-removed': 'do logowania nie jest już potrzebny kod.',
    'recovery-code-used': 'ktoś zalogował się jednym z Twoich kodów zapasowych. Ten kod już nie działa.',
    'passkey-added': 'do Twojego konta dodano klucz dostępu. Wystarcza on do zalogowania.',
    'passkey-removed': 'z Twojego konta usunięto klucz dostępu.',
    'identity-added':
      'z Twoim kontem połączono logowanie jednokrotne: konto w innym serwisie wystarcza do zalogowania lub do pierwszego kroku.',
    'identity-removed': 'logowanie jednokrotne odłączono od Twojego konta.',
    'token-created': 'utworzono token, którym program może używać Hansy w Twoim imieniu.',
  },
  uk: {
    'email-changed': 'ваш обліковий запис відтепер має іншу адресу. На цю листи більше не надходитимуть.',
    'password-changed': 'ваш пароль змінено. Усюди в інших місцях виконано вихід.',
    'second-factor-added': 'для входу тепер потрібен також код. Усюди в інших місцях виконано вихід.',
    'second-factor-removed': 'для входу код більше не потрібен.',
    'recovery-code-used': 'хтось увійшов з одним із ваших запасних кодів. Цей код більше не діє.',
    'passkey-added': 'до вашого облікового запису додано ключ доступу. Його досить для входу.',
    'passkey-removed': 'з вашого облікового запису вилучено ключ доступу.',
    'identity-added':
      'до вашого облікового запису приєднано єдиний вхід: облікового запису деінде досить для входу або для першого кроку.',
    'identity-removed': 'єдиний вхід від’єднано від вашого облікового запису.',
    'token-created': 'створено токен, з яким програма може користуватися Hansa від вашого імені.',
  },
  tr: {
    'email-changed': 'hesabınızın bundan sonra başka bir e-posta adresi var. Bu adrese artık ileti gelmez.',
    'password-changed': 'parolanız değiştirildi. Diğer her yerde oturumunuz kapatıldı.',
    'second-factor-added':
      'oturum açmak için artık bir kod da gerekiyor. Diğer her yerde oturumunuz kapatıldı.',
    'second-factor-removed': 'oturum açmak için artık kod gerekmiyor.',
    'recovery-code-used': 'birisi kurtarma kodlarınızdan biriyle oturum açtı. O kod artık geçersiz.',
    'passkey-added': 'hesabınıza bir geçiş anahtarı eklendi. Oturum açmak için yeterlidir.',
    'passkey-removed': 'hesabınızdan bir geçiş anahtarı kaldırıldı.',
    'identity-added':
      'hesabınıza tek oturum açma bağlandı: başka yerdeki bir hesap oturum açmak ya da ilk adım için yeterlidir.',
    'identity-removed': 'tek oturum açmanın hesabınızla bağlantısı kaldırıldı.',
    'token-created': 'bir programın Hansa’yı sizin adınıza kullanabileceği bir belirteç oluşturuldu.',
  },
}

const around: Readonly<Record<LetterLanguage, { subject: string; notYou: string; words: string }>> = {
  en: {
    subject: 'Your account on Hansa was changed',
    notYou: 'If it was not you, choose a new password at once; that ends every other session:',
    words: 'Choose a new password',
  },
  fr: {
    subject: 'Votre compte Hansa a été modifié',
    notYou:
      'Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe ; cela ferme toutes les autres sessions :',
    words: 'Choisir un nouveau mot de passe',
  },
  de: {
    subject: 'Ihr Konto bei Hansa wurde geändert',
    notYou: 'Waren Sie es nicht, wählen Sie sofort ein neues Passwort; das beendet alle anderen Sitzungen:',
    words: 'Neues Passwort wählen',
  },
  es: {
    subject: 'Su cuenta de Hansa ha cambiado',
    notYou: 'Si no fue usted, elija enseguida una contraseña nueva; así se cierran todas las demás sesiones:',
    words: 'Elegir una contraseña nueva',
  },
  pl: {
    subject: 'Zmiana na Twoim koncie w Hansie',
    notYou: 'Jeśli to nie Ty, od razu wybierz nowe hasło; zakończy to wszystkie inne sesje:',
    words: 'Wybierz nowe hasło',
  },
  uk: {
    subject: 'Зміна у вашому обліковому записі Hansa',
    notYou: 'Якщо це були не ви, одразу виберіть новий пароль; це завершить усі інші сеанси:',
    words: 'Вибрати новий пароль',
  },
  tr: {
    subject: 'Hansa hesabınız değiştirildi',
    notYou: 'Bunu siz yapmadıysanız hemen yeni bir parola seçin; diğer tüm oturumlar kapanır:',
    words: 'Yeni parola seç',
  },
}

type Values = { name: string; event: SecurityEvent; from: Origin; link: string }

const noticeIn =
  (language: LetterLanguage) =>
  ({ name, event, from, link }: Values) => {
    const { subject, notYou, words } = around[language]
    const { hello, from: place } = phrases[language]
    return {
      subject,
      body: [hello(name), happened[language][event], place(from), notYou, { link, words }],
    }
  }

/** To a member whose account was changed, so that she learns of it if it was not her. `link` leads to a new password. */
export const securityNoticeLetter: LetterIn<Values> = {
  en: noticeIn('en'),
  fr: noticeIn('fr'),
  de: noticeIn('de'),
  es: noticeIn('es'),
  pl: noticeIn('pl'),
  uk: noticeIn('uk'),
  tr: noticeIn('tr'),
}
