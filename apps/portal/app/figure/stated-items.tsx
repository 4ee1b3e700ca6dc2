import type { SummaryItem } from '../ui/summary-list.tsx'
import type { GivenFigure } from './figure.fields.ts'
import { FigureValue } from './figure-value.tsx'
import { SourceLink } from './source-link.tsx'

/** Statements in words, such as how a state is built, as terms with what the source says and the source itself. */
export function statedItems(figures: readonly GivenFigure[]): readonly SummaryItem[] {
  const groups = Map.groupBy(figures, (figure) => figure.indicator.label.value)
  return [...groups].map(([term, group]) => ({
    term,
    detail: group.map((figure) => (
      <p key={JSON.stringify(figure)}>
        <FigureValue figure={figure} />{' '}
        <span className="hint">
          <SourceLink source={figure.source} />
        </span>
      </p>
    )),
  }))
}
