import { parseArgs } from 'node:util'

/** The parts of a report, each of which can be measured alone. */
export const sectionNames = ['search', 'similarity', 'page', 'reading', 'bulk', 'life', 'weight'] as const
export type SectionName = (typeof sectionNames)[number]

/** What to measure. */
export type Options = {
  only: ReadonlySet<SectionName>
  /** Numbers of practices, one world each. */
  entries: number[]
  cities: number
  rounds: number
  /** Seconds of load per target and round. */
  seconds: number
  /** Queries of each class. */
  queries: number
  json: string | undefined
  /** Superuser's URL of a PostgreSQL server to make throwaway databases in. */
  postgres: string | undefined
}

export const usage = `Usage: npm run bench -- [options]

  --only reading,page   some sections only, of ${sectionNames.join(', ')}
  --entries 1000,10000  how many practices to generate; one world after the other
  --cities 300          how many cities to generate, up to 33000
  --queries 20          queries of each class
  --rounds 3            how often everything is repeated
  --seconds 3           length of one run under load
  --json FILE           write all figures to a file too`

const number = (name: string, text: string, most: number): number => {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1 && value <= most) return value
  throw new RangeError(`--${name} must be a whole number from 1 to ${most}; it is "${text}".`)
}

const isSection = (name: string): name is SectionName => sectionNames.some((known) => known === name)

const sections = (text: string | undefined): Set<SectionName> =>
  new Set(
    (text?.split(',') ?? sectionNames).map((name) => {
      if (isSection(name)) return name
      throw new RangeError(`--only takes ${sectionNames.join(', ')}; "${name}" is none of them.`)
    }),
  )

/** Reads the command line. @throws RangeError or TypeError with a sentence for a wrong one */
export const readOptions = (args: string[]): Options => {
  const text = { type: 'string' } as const
  const options = { entries: text, cities: text, queries: text, rounds: text, seconds: text }
  const { values } = parseArgs({ args, options: { ...options, only: text, json: text, postgres: text } })
  return {
    only: sections(values.only),
    entries: (values.entries ?? '1000,10000').split(',').map((one) => number('entries', one, 200_000)),
    cities: number('cities', values.cities ?? '300', 33_000),
    queries: number('queries', values.queries ?? '20', 1000),
    rounds: number('rounds', values.rounds ?? '3', 100),
    seconds: number('seconds', values.seconds ?? '3', 600),
    json: values.json,
    postgres: values.postgres,
  }
}
