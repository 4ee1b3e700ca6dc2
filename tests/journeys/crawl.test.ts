import { expect, inject, test } from 'vitest'
import { faultsOfPage, get, type HTMLElement, read } from '../support/document.ts'
import { kinds, listPath } from '../support/sample.ts'

const url = inject('instanceUrl')
const most = 400
const atOnce = 4
const details = new RegExp(`^(${kinds.map(listPath).join('|')})/[^/]+$`)

interface Finding {
  readonly from: string
  readonly what: string
}

interface Visit {
  readonly links: readonly string[]
  readonly anchors: ReadonlySet<string>
  readonly findings: readonly string[]
}

/** Addresses of other pages of ours that a page links to, as they stand in it; what is none is a finding. */
function linksOf(root: HTMLElement, path: string): { links: string[]; findings: string[] } {
  const links: string[] = []
  const findings: string[] = []
  for (const element of root.querySelectorAll('a')) {
    const href = element.getAttribute('href') ?? ''
    const target = URL.canParse(href, url + path) ? new URL(href, url + path) : null
    if (!target || href === '' || /\s|undefined|null|\[object|NaN/.test(href))
      findings.push(`links to "${href}"`)
    else if (!['http:', 'https:', 'mailto:'].includes(target.protocol)) findings.push(`links to "${href}"`)
    else if (element.text.trim() === '' && !element.getAttribute('aria-label'))
      findings.push(`says nothing of "${href}"`)
    else if (target.origin === new URL(url).origin) links.push(target.pathname + target.search + target.hash)
  }
  return { links, findings }
}

async function visit(path: string): Promise<Visit> {
  const { status, html, headers } = await get(url + path)
  if (status === 301 || status === 302 || status === 308) {
    const target = new URL(headers.get('Location') ?? '', url)
    return { links: [target.pathname + target.search], anchors: new Set(['*']), findings: [] }
  }
  if (!headers.get('Content-Type')?.startsWith('text/html')) {
    return {
      links: [],
      anchors: new Set(['*']),
      findings: status === 200 ? [] : [`is answered with ${status}`],
    }
  }
  const root = read(html)
  const { links, findings } = linksOf(root, path)
  const canonical = root.querySelector('link[rel=canonical]')?.getAttribute('href') ?? ''
  const isDetail = details.test(path)
  const nameless = isDetail && !canonical.endsWith(path) ? [`has the canonical address "${canonical}"`] : []
  return {
    links,
    anchors: new Set(root.querySelectorAll('[id]').map((element) => element.id)),
    findings: [
      ...(status === 200 ? [] : [`is answered with ${status}`]),
      ...faultsOfPage(html),
      ...findings,
      ...nameless,
    ],
  }
}

/** The document of an address, and the place in it. */
function split(link: string): [path: string, anchor: string] {
  const [path = '', anchor = ''] = link.split('#')
  return [path, decodeURIComponent(anchor)]
}

test('four hundred pages from the first one on have no broken link, anchor or page', {
  timeout: 600_000,
}, async () => {
  const found = new Map<string, Visit>()
  const firstSeen = new Map<string, string>([['/', 'the start']])
  const findings: Finding[] = []
  let wave = ['/']
  while (wave.length > 0 && found.size < most) {
    const now = wave.splice(0, atOnce)
    const visits = await Promise.all(now.map(visit))
    for (const [index, path] of now.entries()) {
      const page = visits[index]
      if (!page) continue
      found.set(path, page)
      for (const what of page.findings)
        findings.push({ from: firstSeen.get(path) ?? '', what: `${path} ${what}` })
      for (const link of page.links) {
        const [target] = split(link)
        if (firstSeen.has(target)) continue
        firstSeen.set(target, path)
        wave.push(target)
      }
    }
    // Filtered searches are endless; what is worth a page of its own comes first.
    wave = [...wave.filter((path) => !path.includes('?')), ...wave.filter((path) => path.includes('?'))]
  }
  for (const [from, page] of found) {
    for (const link of page.links) {
      const [target, anchor] = split(link)
      const { anchors } = found.get(target) ?? {}
      if (anchor && anchors && !anchors.has(anchor) && !anchors.has('*'))
        findings.push({ from, what: `breaks at #${anchor} of ${target}` })
    }
  }
  expect(found.size).toBeGreaterThanOrEqual(most)
  expect(findings).toEqual([])
})
