import { createSmtpTransport, mailbox, startImportSweeper, startMailer, startSweeper } from '@hansa/api'
import type { Clock, Database } from '@hansa/db'
import { type Env, isLoopback } from './env.ts'
import type { Handler } from './http/app.ts'
import type { Log } from './log.ts'

/** Whether people can have accounts, and what carries their letters. */
export type Post = {
  accounts: 'open' | 'closed'
  /** Shows letters where there is no mail server, on somebody's own machine only. */
  mailbox: Handler | null
  stop(): Promise<void>
}

type Parts = { database: Database; clock: Clock; log: Log; publicUrl: string }

/** Whether only this machine can ask, so that letters may be shown to whoever does. */
function isPrivate({ NODE_ENV, HOST }: Env, publicUrl: string): boolean {
  return NODE_ENV !== 'production' && isLoopback(HOST) && isLoopback(new URL(publicUrl).hostname)
}

/**
 * Opens accounts where letters can be sent (`SMTP_URL`), or be shown because the instance is somebody's own. Elsewhere they
 * stay closed, and everything public is there all the same.
 */
export async function openPost(env: Env, { publicUrl, ...parts }: Parts): Promise<Post> {
  const { SMTP_URL: url, MAIL_FROM: from } = env
  const transport = url && from ? createSmtpTransport({ url, from }) : null
  if (!transport && !isPrivate(env, publicUrl)) {
    parts.log.warn({}, 'Accounts are closed: set SMTP_URL and MAIL_FROM, so that people can be written to.')
    return { accounts: 'closed', mailbox: null, stop: async () => undefined }
  }
  const mailer = await startMailer({ ...parts, transport })
  const sweepers = [startSweeper(parts), startImportSweeper(parts)]
  const shown = transport ? null : mailbox(parts.database.db)
  return {
    accounts: 'open',
    mailbox: shown && ((request) => shown.fetch(request)),
    async stop() {
      for (const sweeper of sweepers) sweeper.stop()
      await mailer.stop()
    },
  }
}
