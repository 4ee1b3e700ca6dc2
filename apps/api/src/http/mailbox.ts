import { type Db, schema } from '@hansa/db'
import { desc, isNotNull } from 'drizzle-orm'
import { Hono } from 'hono'
import { html, raw } from 'hono/html'

/** How many letters are shown. */
const most = 50

const { mail } = schema
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
const withLinks = (text: string): string =>
  escapeHtml(text).replace(/https?:\/\/\S+/g, (link) => `<a href="${link}">${link}</a>`)

/**
 * `/mailbox`, for an instance without a mail server on somebody's own machine: the letters it would have sent. Whoever reads
 * them can sign in as anybody, so it answers only where it is called by a name of this machine.
 */
export const mailbox = (db: Db): Hono => {
  const app = new Hono()
  app.get('/mailbox', async (c) => {
    const { hostname } = new URL(c.req.url)
    if (!/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname))
      return c.text('There is nothing at this address.', 404)
    const letters = await db
      .select()
      .from(mail)
      .where(isNotNull(mail.shownAt))
      .orderBy(desc(mail.createdAt))
      .limit(most)
    c.header('Cache-Control', 'no-store')
    return c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <title>Mailbox – Hansa</title>
          </head>
          <body>
            <main>
              <h1>Mailbox</h1>
              <p>No mail server is set (SMTP_URL), so letters end here. The newest first.</p>
              ${letters.length === 0 ? html`<p>There is no letter yet.</p>` : ''}
              ${letters.map(
                (letter) =>
                  html`<article lang="${letter.language}">
                    <h2>${letter.subject}</h2>
                    <p>${letter.recipient}, ${letter.createdAt.toISOString()}</p>
                    ${letter.text.split('\n\n').map((part) => html`<p>${raw(withLinks(part))}</p>`)}
                  </article>`,
              )}
            </main>
          </body>
        </html>`,
    )
  })
  return app
}
