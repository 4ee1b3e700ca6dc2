import { Hono } from 'hono'

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Hansa GraphiQL</title>
<link rel="stylesheet" href="/graphql/assets/graphiql.css">
</head>
<body class="no-focus-outline">
<noscript>This tool needs JavaScript. Everything it does can be done with curl: send a POST to /graphql.</noscript>
<div id="root"></div>
<script src="/graphql/assets/graphiql.js"></script>
<script src="/graphql/assets/start.js"></script>
</body>
</html>
`

const start = `self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => '/graphql/assets/' + ({ json: 'json', graphql: 'graphql' }[label] ?? 'editor') + '.worker.js',
}
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), {
  endpoint: '/graphql',
  title: 'Hansa GraphiQL',
  defaultQuery: '{\\n  search(text: "housing", kinds: [PRACTICE], first: 5) {\\n    totalCount\\n    nodes { id path title { value language } }\\n  }\\n}\\n',
})
`

/** Everything from here and nothing inline but the styles that the editor writes itself. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const script = 'text/javascript; charset=utf-8'
const oneDay = 'public, max-age=86400'

/** The files of the editor, from its package; nine megabytes that are only read when somebody opens it. */
const readAssets = async (): Promise<Map<string, { type: string; text: string }>> => {
  const { css, editorWorkerService, graphqlWorker, js, jsonWorker } = await import(
    '@graphql-yoga/render-graphiql/graphiql'
  )
  return new Map([
    ['graphiql.css', { type: 'text/css; charset=utf-8', text: css }],
    ['graphiql.js', { type: script, text: js }],
    ['editor.worker.js', { type: script, text: editorWorkerService }],
    ['graphql.worker.js', { type: script, text: graphqlWorker }],
    ['json.worker.js', { type: script, text: jsonWorker }],
    ['start.js', { type: script, text: start }],
  ])
}

/** GraphiQL for browsers that open `/graphql`, served without asking any other server. */
export const graphiql = (): Hono => {
  const app = new Hono()
  app.get('/graphql', (c, next) => {
    const wantsPage = c.req.header('Accept')?.includes('text/html') && c.req.query('query') === undefined
    return wantsPage
      ? c.html(page, 200, { 'Content-Security-Policy': policy, 'Cache-Control': oneDay })
      : next()
  })
  app.get('/graphql/assets/:name', async (c) => {
    const asset = (await readAssets()).get(c.req.param('name'))
    if (!asset) return c.text('There is no such file.', 404)
    return c.body(asset.text, 200, { 'Content-Type': asset.type, 'Cache-Control': oneDay })
  })
  return app
}
