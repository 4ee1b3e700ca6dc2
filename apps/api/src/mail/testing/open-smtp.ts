import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

export type Received = { to: string[]; from: string; message: string }

export type Smtp = Awaited<ReturnType<typeof openSmtp>>

/** A real SMTP server; `answer` decides what becomes of a letter. */
export const openSmtp = async () => {
  const received: Received[] = []
  let answer: (session: SMTPServerSession) => Error | null = () => null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let message = ''
      stream.on('data', (chunk) => {
        message += String(chunk)
      })
      stream.on('end', () => {
        const error = answer(session)
        const { mailFrom, rcptTo } = session.envelope
        if (!error)
          received.push({
            to: rcptTo.map((each) => each.address),
            from: mailFrom ? mailFrom.address : '',
            message,
          })
        done(error)
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    answerWith(next: typeof answer) {
      answer = next
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
