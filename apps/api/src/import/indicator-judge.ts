import type { City } from '@hansa/domain/city'
import type { FieldError } from '@hansa/domain/errors'
import type { Figure } from '@hansa/domain/figure'
import type { RowVerdict } from './import-report.ts'
import type { IndicatorRow } from './indicator-row.ts'

const mostFigures = 500

/** What one source states of one indicator, however often it is stated: what it is of, not what it says. */
const statementOf = ({ indicator, year, definition, source }: Figure): string =>
  JSON.stringify([indicator, year ?? null, definition ?? null, source.citation, source.section ?? null])

const saying = ({ value, text, unit }: Figure): string =>
  JSON.stringify([value ?? null, text ?? null, unit ?? null])

const whole = (figure: Figure): string =>
  `${saying(figure)} ${JSON.stringify([figure.source.url, figure.source.accessed])}`

const valueInWords = ({ value, text, unit }: Figure): string =>
  [value ?? text, unit].filter(Boolean).join(' ')

const inWords = ({ words, figure }: IndicatorRow): string =>
  `${words}, ${figure.indicator.replace('indicator/', '')} ${figure.year ?? 'without year'}: ${valueInWords(figure)}`

/** Sources that state another value of the same indicator and year. They are kept beside each other. */
const disagreements = (figure: Figure, others: readonly Figure[]): FieldError[] =>
  others
    .filter(
      (other) =>
        other.indicator === figure.indicator &&
        other.year === figure.year &&
        statementOf(other) !== statementOf(figure) &&
        saying(other) !== saying(figure),
    )
    .map((other) => ({
      field: 'value',
      message: `is another than ${valueInWords(other)} of ${other.source.citation}; both are kept`,
    }))

/** Rows that state the same: the first counts, unless they say different things; then none does. */
const judgeSame = (rows: readonly IndicatorRow[]): Map<IndicatorRow, FieldError | 'repeated'> => {
  const [first, ...rest] = rows
  if (!first || rest.length === 0) return new Map()
  if (rest.every(({ figure }) => saying(figure) === saying(first.figure)))
    return new Map(rest.map((row) => [row, 'repeated']))
  return new Map(
    rows.map((row) => {
      const others = rows
        .filter((other) => other !== row)
        .map((other) => `row ${other.row} (${valueInWords(other.figure)})`)
      const message = `contradicts ${others.slice(0, 5).join(', ')}: one source states one value of an indicator and year`
      return [row, { field: 'value', message }]
    }),
  )
}

/** A city that states no population takes it from the newest figure of the file. */
const withPopulation = (city: City, stated: readonly Figure[]): City => {
  if (city.population !== undefined) return city
  const [newest] = stated
    .filter(({ indicator, value }) => indicator === 'indicator/population' && Number.isInteger(value))
    .toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))
  if (!newest?.value || newest.value < 1) return city
  return {
    ...city,
    population: newest.value,
    populationSource: newest.source.citation.slice(0, 300),
    ...(newest.year === undefined ? {} : { populationYear: newest.year }),
  }
}

export type Judged = { verdicts: RowVerdict[]; city: City }

/** What the rows of one city make of it: a verdict for each, and the city with its figures. Pure. */
export const judgeCity = (city: City, rows: readonly IndicatorRow[]): Judged => {
  const figures = [...city.figures]
  const places = new Map(figures.map((figure, place) => [statementOf(figure), place]))
  const groups = Map.groupBy(rows, ({ figure }) => statementOf(figure))
  const settled = new Map([...groups.values()].flatMap((group) => [...judgeSame(group)]))
  const stating = rows.map(({ figure }) => figure)
  const judge = (row: IndicatorRow): RowVerdict => {
    const { figure } = row
    const told = (verdict: RowVerdict['verdict'], reasons: FieldError[] = []): RowVerdict => ({
      row: row.row,
      verdict,
      about: inWords(row),
      reasons,
    })
    const problem = settled.get(row)
    if (problem === 'repeated') return told('same', [{ field: 'row', message: 'repeats an earlier one' }])
    if (problem) return told('refused', [problem])
    const key = statementOf(figure)
    const place = places.get(key)
    const known = place === undefined ? undefined : city.figures[place]
    if (known && whole(known) === whole(figure)) return told('same')
    const notes = disagreements(figure, [...city.figures, ...stating])
    if (known && place !== undefined) {
      figures[place] = figure
      return told('changed', [{ field: 'value', message: `was ${valueInWords(known)}` }, ...notes])
    }
    if (figures.length >= mostFigures)
      return told('refused', [
        { field: 'city', message: `has ${mostFigures} figures already, the most there may be` },
      ])
    places.set(key, figures.push(figure) - 1)
    return told('new', notes)
  }
  const verdicts = rows.map(judge)
  return { verdicts, city: withPopulation({ ...city, figures }, stating) }
}
