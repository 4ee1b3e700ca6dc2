import { Plain, Told } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { DataTable } from '../ui/data-table.tsx'
import type { GivenFigure } from './figure.fields.ts'
import { sortedFigures } from './figure-text.ts'
import { FigureValue } from './figure-value.tsx'
import { SourceLink } from './source-link.tsx'

export interface FigureTableProps {
  readonly caption: string
  readonly figures: readonly GivenFigure[]
}

/** Every figure with what was counted, its year and its source. Sources that disagree stand one below the other. */
export function FigureTable({ caption, figures }: FigureTableProps) {
  const { t } = useWords()
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={sortedFigures(figures)}
      rowKey={(figure) => JSON.stringify(figure)}
      columns={[
        { label: t('figure.indicator'), cell: (figure) => <Told text={figure.indicator.label} /> },
        { label: t('figure.value'), numeric: true, cell: (figure) => <FigureValue figure={figure} /> },
        { label: t('figure.year'), cell: (figure) => figure.year ?? t('figure.noYear') },
        {
          label: t('figure.definition'),
          cell: ({ definition }) => (definition ? <Plain>{definition}</Plain> : t('ui.notStated')),
        },
        { label: t('figure.source'), cell: (figure) => <SourceLink source={figure.source} /> },
      ]}
    />
  )
}
