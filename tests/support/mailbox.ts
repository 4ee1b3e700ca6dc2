/** All letters to an address that are about something, as HTML, the newest first. */
export async function lettersTo(server: { url: string }, address: string, about: RegExp): Promise<string[]> {
  const html = await (await fetch(`${server.url}/mailbox`)).text()
  return html.split('<article').filter((part) => part.includes(address) && about.test(part))
}

/** The newest letter to an address that is about something, as HTML; letters take a moment to arrive. */
export async function letterTo(server: { url: string }, address: string, about: RegExp): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const [letter] = await lettersTo(server, address, about)
    if (letter) return letter
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`No letter to ${address} about ${about} came.`)
}

/** The first link of a letter. */
export const linkIn = (letter: string): string =>
  (/href="([^"]+)"/.exec(letter)?.[1] ?? '').replaceAll('&amp;', '&')
