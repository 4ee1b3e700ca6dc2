import { isIPv4, isIPv6 } from 'node:net'
import type { Origin } from '@hansa/domain/origin'

// The first that fits counts: every browser also claims to be those after it.
const browsers = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/^curl\//, 'curl'],
] as const

const systems = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
] as const

type Names = readonly (readonly [RegExp, string])[]
const nameIn = (names: Names, text: string): string | undefined =>
  names.find(([pattern]) => pattern.test(text))?.[1]

/** Browser and system in words, such as `Firefox, Windows`; only words of ours, whatever the header says. */
export const deviceOf = (userAgent: string | null | undefined): string => {
  const text = (userAgent ?? '').slice(0, 500)
  return [nameIn(browsers, text), nameIn(systems, text)].filter(Boolean).join(', ') || 'unknown'
}

/** The eight groups of an IPv6 address in full. */
const groupsOf = (address: string): string[] => {
  // URL writes every spelling in the same short form.
  const [head = '', tail] = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1).split('::')
  const first = head.split(':').filter(Boolean)
  const last = (tail ?? '').split(':').filter(Boolean)
  return [...first, ...Array<string>(8 - first.length - last.length).fill('0'), ...last]
}

/** The network of an address: `/24`, or `/48` with IPv6, which is about one household or office. */
export const networkOf = (address: string | null | undefined): string => {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`
  if (!isIPv6(plain)) return 'unknown'
  return `${groupsOf(plain).slice(0, 3).join(':')}::/48`
}

/** What is kept of where a request came from. */
export const originOf = (
  address: string | null | undefined,
  userAgent: string | null | undefined,
): Origin => ({
  network: networkOf(address),
  device: deviceOf(userAgent),
})
