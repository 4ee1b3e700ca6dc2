/** The newest letter to an address that is about something, as HTML; letters take a moment to arrive. */
export async function letterTo(server: { url: string }, address: string, about: RegExp): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const html = await (await fetch(`${server.url}/mailbox`)).text()
    const letter = html.split('<article').find((part) => part.includes(address) && about.test(part))
    if (letter) return letter
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`No letter to ${address} about ${about} came.`)
}

/** The first link of a letter. */
export const linkIn = (letter: string): string =>
  (/href="([^"]+)"/.exec(letter)?.[1] ?? '').replaceAll('&amp;', '&')
