import { type HTMLElement, parse } from 'node-html-parser'

export type { HTMLElement } from 'node-html-parser'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly html: string
}

/** Gets a page as `curl` would, without following redirects. */
export async function get(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', ...init })
  return { status: response.status, headers: response.headers, html: await response.text() }
}

/** The document of a page, as it was sent. */
export function read(html: string): HTMLElement {
  return parse(html, { comment: false })
}

/** The text of an element with its white space put in order; of the first that fits where there are several. */
export function textOf(root: HTMLElement, selector: string): string {
  return words(root.querySelector(selector)?.text ?? '')
}

/** The text of every element that fits. */
export function textsOf(root: HTMLElement, selector: string): string[] {
  return root.querySelectorAll(selector).map((element) => words(element.text))
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** What is wrong with a page that must be whole: cut off, without heading, name, language or a way home. */
export function faultsOfPage(html: string): string[] {
  const root = read(html)
  const ids = root.querySelectorAll('[id]').map((element) => element.id)
  const checks: [fault: string, isSo: boolean][] = [
    ['is cut off', !html.trimEnd().endsWith('</html>')],
    ['has not exactly one h1', root.querySelectorAll('h1').length !== 1],
    ['has an empty h1', textOf(root, 'h1') === ''],
    ['has an empty main part', textOf(root, 'main').length < 20],
    ['has no title', textOf(root, 'title') === ''],
    ['names no language', !root.querySelector('html')?.getAttribute('lang')],
    ['has no way home', !root.querySelector('a[href="/"]')],
    ['uses an id twice', new Set(ids).size !== ids.length],
  ]
  return checks.filter(([, isSo]) => isSo).map(([fault]) => fault)
}
