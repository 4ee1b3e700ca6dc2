import { type Letter, letterLanguage } from '../mail/letter.ts'
import { accountExistsLetter } from '../mail/letters/account-exists.ts'
import { changeEmailLetter } from '../mail/letters/change-email.ts'
import { joinLetter } from '../mail/letters/join.ts'
import { noAccountLetter } from '../mail/letters/no-account.ts'
import { resetPasswordLetter } from '../mail/letters/reset-password.ts'
import { type SecurityEvent, securityNoticeLetter } from '../mail/letters/security-notice.ts'
import { signInLinkLetter } from '../mail/letters/sign-in-link.ts'
import { writeLetter } from '../mail/mail.queue.ts'
import type { AccountContext, MemberRow } from './account.context.ts'

/** The page of the portal a link leads to, in a language; `secret` stands where servers on the way do not log it by rule. */
const pageOf = ({ publicUrl }: AccountContext, language: string, path: string, secret?: string): string => {
  const prefix = language === 'en' ? '' : `/${language}`
  return `${publicUrl}${prefix}${path}${secret === undefined ? '' : `?secret=${secret}`}`
}

type To = { email: string; language: string }

const send = (
  ctx: AccountContext,
  to: To,
  write: (language: ReturnType<typeof letterLanguage>) => Letter,
): Promise<void> => {
  const language = letterLanguage([to.language])
  return writeLetter(ctx, { to: to.email, language, letter: write(language) })
}

/** The language a visitor is written to in: that of the page she asks from. */
export const languageOf = ({ languages }: AccountContext): string => letterLanguage(languages)

/** Writes the letters of accounts; each belongs into the transaction that makes it true. */
export const letters = {
  join: (ctx: AccountContext, to: To, secret: string) =>
    send(ctx, to, (language) =>
      joinLetter[language]({ link: pageOf(ctx, language, '/join/confirm', secret) }),
    ),

  accountExists: (ctx: AccountContext, { name, email, language: own }: MemberRow) =>
    send(ctx, { email: email ?? '', language: own }, (language) =>
      accountExistsLetter[language]({
        name,
        link: pageOf(ctx, language, '/sign-in'),
        from: ctx.caller.origin,
      }),
    ),

  noAccount: (ctx: AccountContext, to: To) =>
    send(ctx, to, (language) => noAccountLetter[language]({ link: pageOf(ctx, language, '/join') })),

  signInLink: (
    ctx: AccountContext,
    { name, email, language: own }: MemberRow,
    secret: string,
    next: string,
  ) =>
    send(ctx, { email: email ?? '', language: own }, (language) =>
      signInLinkLetter[language]({
        name,
        link: pageOf(
          ctx,
          language,
          '/sign-in/link',
          `${secret}${next === '' ? '' : `&next=${encodeURIComponent(next)}`}`,
        ),
        from: ctx.caller.origin,
      }),
    ),

  resetPassword: (ctx: AccountContext, { name, email, language: own }: MemberRow, secret: string) =>
    send(ctx, { email: email ?? '', language: own }, (language) =>
      resetPasswordLetter[language]({
        name,
        link: pageOf(ctx, language, '/password/new', secret),
        from: ctx.caller.origin,
      }),
    ),

  changeEmail: (ctx: AccountContext, { name, language: own }: MemberRow, email: string, secret: string) =>
    send(ctx, { email, language: own }, (language) =>
      changeEmailLetter[language]({ name, link: pageOf(ctx, language, '/account/email/confirm', secret) }),
    ),

  /** To the address the member had before, where it was the address that changed. */
  notice: (ctx: AccountContext, { name, email, language: own }: MemberRow, event: SecurityEvent) =>
    email === null
      ? Promise.resolve()
      : send(ctx, { email, language: own }, (language) =>
          securityNoticeLetter[language]({
            name,
            event,
            from: ctx.caller.origin,
            link: pageOf(ctx, language, '/password/forgotten'),
          }),
        ),
}
