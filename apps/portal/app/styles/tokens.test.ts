import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** The colours of one rule of the style sheet, by token name. */
function colours(selector: string): Readonly<Record<string, string>> {
  const start = css.indexOf(selector)
  const rule = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(
    [...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  )
}

/** WCAG 2.2 relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string | undefined, b: string | undefined): number {
  const [light, dark] = [luminance(a ?? ''), luminance(b ?? '')].toSorted((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const themes = {
  light: colours(':root {'),
  'dark by device': colours(':root:not([data-theme="light"])'),
  'dark by choice': colours(':root[data-theme="dark"]'),
}

const grounds = ['ground', 'ground-raised', 'ground-sunk']
const inks = ['ink', 'ink-soft', 'harbour', 'harbour-deep', 'amber', 'green', 'red']
const marks = ['line', 'focus', 'amber-mark', 'green-mark', 'red-mark']

describe.each(Object.entries(themes))('%s theme', (_, theme) => {
  test.each(inks)('%s reads at 7:1 on every ground', (ink) => {
    for (const ground of grounds)
      expect(contrast(theme[ink], theme[ground]), `on ${ground}`).toBeGreaterThanOrEqual(7)
  })

  test.each(marks)('%s stands out at 3:1 from every ground', (mark) => {
    for (const ground of grounds)
      expect(contrast(theme[mark], theme[ground]), `on ${ground}`).toBeGreaterThanOrEqual(3)
  })

  test('words on washes, highlights and buttons read at 7:1', () => {
    expect(contrast(theme['on-harbour'], theme.harbour)).toBeGreaterThanOrEqual(7)
    expect(contrast(theme['on-harbour'], theme['harbour-deep'])).toBeGreaterThanOrEqual(7)
    expect(contrast(theme.ink, theme.highlight)).toBeGreaterThanOrEqual(7)
    expect(contrast(theme.ink, theme['amber-wash'])).toBeGreaterThanOrEqual(7)
    expect(contrast(theme['harbour-deep'], theme['harbour-wash'])).toBeGreaterThanOrEqual(7)
  })
})

test('the dark theme is the same by device and by choice', () => {
  expect(themes['dark by choice']).toEqual(themes['dark by device'])
})
