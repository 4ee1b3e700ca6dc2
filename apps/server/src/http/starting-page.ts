import type { Context } from 'hono'
import { html } from 'hono/html'

/** What people see between the first second of a start and the first page. It asks again by itself. */
export function startingPage(c: Context, nonce: string): Response | Promise<Response> {
  c.header('Retry-After', '2')
  c.header('Cache-Control', 'no-store')
  if (!c.req.header('Accept')?.includes('text/html')) {
    return c.json(
      {
        errors: [
          { message: 'Hansa is starting; try again in a moment.', extensions: { code: 'UNAVAILABLE' } },
        ],
      },
      503,
    )
  }
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta http-equiv="refresh" content="2" />
          <title>Hansa is starting</title>
          <style nonce="${nonce}">
            body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 20vh auto; padding: 0 1rem }
          </style>
        </head>
        <body>
          <main>
            <h1>Hansa is starting</h1>
            <p>The registry opens in a moment. This page asks again by itself.</p>
          </main>
        </body>
      </html>`,
    503,
  )
}
