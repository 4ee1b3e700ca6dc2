/** The page for a failure of the page itself: no component, no style sheet, no loader that could fail again. */
export function lastResortPage(requestId: string): Response {
  const id = requestId.replace(/[^\w-]/g, '')
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Something broke – Hansa</title><body style="font:18px/1.6 sans-serif;max-width:35rem;margin:4rem auto;padding:0 1rem">
<main><h1>Something broke on our side</h1><p>The page could not be shown. It is not your fault, and nothing was lost.</p>
<p>Try again in a minute, or go to the <a href="/">first page</a>. If it happens again, tell us this number: <code>${id}</code></p></main>`
  return new Response(html, {
    status: 500,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
