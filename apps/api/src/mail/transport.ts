import { createTransport } from 'nodemailer'

/** A letter ready to be handed over. */
export type OutgoingMail = {
  id: string
  recipient: string
  subject: string
  text: string
  html: string
  /** Where one POST stops letters such as this one (RFC 8058). */
  stopUrl: string | null
  createdAt: Date
}

/** Hands letters to whoever delivers them. */
export type MailTransport = {
  /** @throws when it was not accepted; `isFinal` tells whether trying again could help */
  send(mail: OutgoingMail): Promise<void>
  isFinal(error: unknown): boolean
  close(): void
}

const loopback = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/
const waitMs = 20_000

/** Mail programs show a button for these, which stops the letters without opening anything. */
const stopHeaders = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

/**
 * Sends by SMTP.
 * @param url `smtp://user:password@host:587`, or `smtps://` where TLS comes first. Without it TLS is required before anything
 *   is said, but to a server on this machine.
 * @param from address of the sender, such as `Hansa <hansa@example.org>`
 */
export const createSmtpTransport = ({ url, from }: { url: string; from: string }): MailTransport => {
  const { hostname, protocol } = new URL(url)
  const near = loopback.test(hostname)
  const smtp = createTransport({
    url,
    requireTLS: protocol === 'smtp:' && !near,
    ignoreTLS: protocol === 'smtp:' && near,
    connectionTimeout: waitMs,
    greetingTimeout: waitMs,
    socketTimeout: waitMs,
    // Texts of ours never name files or addresses to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    async send({ id, recipient, subject, text, html, stopUrl, createdAt }) {
      await smtp.sendMail({
        from,
        to: { name: '', address: recipient },
        subject,
        text,
        html,
        date: createdAt,
        // The same when it is sent a second time, so that servers and people can tell.
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...(stopUrl !== null && stopHeaders(stopUrl)) },
      })
    },
    isFinal(error) {
      const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
      return code >= 500 && code < 600
    },
    close: () => smtp.close(),
  }
}
