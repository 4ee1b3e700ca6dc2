import type { ConsentPurpose, ConsentText } from './consent.ts'

const written = (text: string) => ({ text, origin: 'human' as const })
const translated = (text: string) => ({ text, origin: 'machine' as const })

/** The texts in force. Never change the words of a version: those who agreed have agreed to them. */
export const consentTexts: Readonly<Record<ConsentPurpose, ConsentText>> = {
  profile: {
    version: 'profile-2026-11',
    text: {
      en: written(
        'I agree that the fields of my profile are shown to whom I chose for each: everybody, members who are signed in, or only curators and administrators. I can change this, or take my consent back, at any time.',
      ),
      fr: translated(
        'J’accepte que les champs de mon profil soient montrés aux personnes que j’ai choisies pour chacun : tout le monde, les membres connectés, ou seulement les curateurs et les administrateurs. Je peux modifier ce choix ou retirer mon consentement à tout moment.',
      ),
      de: translated(
        'Ich bin einverstanden, dass die Angaben in meinem Profil denen gezeigt werden, die ich für jede gewählt habe: allen, angemeldeten Mitgliedern oder nur Kuratorinnen, Kuratoren und Administration. Ich kann das jederzeit ändern oder meine Einwilligung zurücknehmen.',
      ),
      es: translated(
        'Acepto que los campos de mi perfil se muestren a quienes he elegido para cada uno: todo el mundo, los miembros que han iniciado sesión o solo los curadores y administradores. Puedo cambiarlo o retirar mi consentimiento en cualquier momento.',
      ),
      pl: translated(
        'Zgadzam się, aby pola mojego profilu były pokazywane tym, których dla każdego z nich wskazałem lub wskazałam: wszystkim, zalogowanym członkom albo tylko kuratorom i administratorom. W każdej chwili mogę to zmienić lub wycofać zgodę.',
      ),
      uk: translated(
        'Я погоджуюся, щоб поля мого профілю показували тим, кого я вибрав або вибрала для кожного з них: усім, учасникам, які увійшли, або лише кураторам і адміністраторам. Я можу будь-коли змінити це або відкликати згоду.',
      ),
      tr: translated(
        'Profilimdeki alanların, her biri için seçtiğim kişilere gösterilmesini kabul ediyorum: herkes, oturum açmış üyeler veya yalnızca küratörler ve yöneticiler. Bunu istediğim zaman değiştirebilir veya onayımı geri alabilirim.',
      ),
    },
  },
}
