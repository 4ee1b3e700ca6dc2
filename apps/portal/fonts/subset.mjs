/**
 * Cuts the typefaces down to what European languages in Latin script need, and writes `app/fonts/`.
 * Run by hand after a font package changes; the result is committed, so that a build needs no tool for it.
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const scripts = {
  latin: [
    [0x20, 0x7e],
    [0xa0, 0xff],
    [0x131, 0x131],
    [0x152, 0x153],
    [0x2010, 0x2015],
    [0x2018, 0x201e],
    [0x2020, 0x2022],
    [0x2026, 0x2026],
    [0x2030, 0x2030],
    [0x2032, 0x2033],
    [0x2039, 0x203a],
    [0x20ac, 0x20ac],
    [0x2122, 0x2122],
    [0x2190, 0x2193],
    [0x2212, 0x2212],
  ],
  'latin-ext': [
    [0x100, 0x130],
    [0x132, 0x151],
    [0x154, 0x17f],
    [0x218, 0x21b],
    [0x2c6, 0x2dd],
    [0x1e9e, 0x1e9e],
  ],
}

// Marks, the forms a language asks for, ligatures and tabular numerals; not small caps, swashes and fractions.
const features = ['mark', 'mkmk', 'ccmp', 'locl', 'liga', 'tnum', 'lnum']

// The pair table of the serif alone is a quarter of the file and shows in a few titles only; the sans keeps its own.
const faces = [
  { family: 'source-sans-3', name: 'sans', weight: 400, keepFeatures: ['kern', ...features] },
  { family: 'source-sans-3', name: 'sans', weight: 600, keepFeatures: ['kern', ...features] },
  { family: 'source-serif-4', name: 'serif', weight: 600, keepFeatures: features },
]

for (const { family, name, weight, keepFeatures } of faces) {
  for (const [script, ranges] of Object.entries(scripts)) {
    const source = new URL(
      `../node_modules/@fontsource/${family}/files/${family}-${script}-${weight}-normal.woff2`,
      import.meta.url,
    )
    const font = await subsetFont(await readFile(source), characters(ranges), {
      targetFormat: 'woff2',
      keepFeatures,
      noHinting: true,
    })
    await writeFile(new URL(`../app/fonts/${name}-${weight}-${script}.woff2`, import.meta.url), font)
    console.log(`${name}-${weight}-${script}: ${font.length} bytes`)
  }
}
for (const family of ['source-sans-3', 'source-serif-4']) {
  const licence = new URL(`../node_modules/@fontsource/${family}/LICENSE`, import.meta.url)
  await copyFile(licence, fileURLToPath(new URL(`../app/fonts/${family}-LICENSE.txt`, import.meta.url)))
}

/** @param {number[][]} ranges first and last code points */
function characters(ranges) {
  const points = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i),
  )
  return String.fromCodePoint(...points)
}
