/** A Meilisearch server for tests, and a key that may do anything there. */
export type TestServer = { url: string; key: string }

/** The server that MEILI_URL and MEILI_KEY name; null without one, and tests that need it are then skipped. */
export function testServer(): TestServer | null {
  const { MEILI_URL: url, MEILI_KEY: key } = process.env
  return url && key ? { url, key } : null
}
