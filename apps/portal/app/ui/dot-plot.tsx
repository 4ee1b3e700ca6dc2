import { type ReactNode, useId } from 'react'
import { useWords } from '../i18n/use-words.tsx'
import { DataTable } from './data-table.tsx'
import type { Source } from './source-list.tsx'

export interface DotPlotRow {
  readonly label: string
  /** Language of the label when it is not the page's. */
  readonly lang?: string | undefined
  /** Address of what the row is about, such as the framework's dimension. */
  readonly href?: string | undefined
  /** Own value, 0–100; absent when it was not measured. */
  readonly own?: number | undefined
  /** Values of others on the same scale. */
  readonly peers?: readonly { readonly name: string; readonly value: number }[]
  readonly average?: number | undefined
}

export interface DotPlotProps {
  readonly title: ReactNode
  /** Whose value the large dot is. */
  readonly ownName: string
  readonly ownLang?: string | undefined
  /** What the small dots are: "Peer cities". Left out when no row has peers. */
  readonly peersName?: string | undefined
  /** What the line is: "Average of all assessed cities". */
  readonly averageName?: string | undefined
  readonly averageLang?: string | undefined
  /** Scale, year and source in one sentence. */
  readonly note: ReactNode
  readonly source?: Source | undefined
  readonly rows: readonly DotPlotRow[]
}

const scale = [0, 25, 50, 75, 100]

/** Values on a common scale from 0 to 100: own, peers, average. The table behind it says the same in figures. */
export function DotPlot(props: DotPlotProps) {
  const { t } = useWords()
  const titleId = useId()
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <figcaption>
        <span className="chart-title" id={titleId}>
          {props.title}
        </span>
        <span className="chart-note">
          {props.note}{' '}
          {props.source?.href ? (
            <a href={props.source.href} lang="">
              {props.source.citation}
            </a>
          ) : props.source ? (
            <span lang="">{props.source.citation}</span>
          ) : null}
        </span>
      </figcaption>
      <Legend {...props} />
      <div className="dot-plot" aria-hidden="true">
        <div className="dot-axis">
          <span />
          <svg width="100%" height="18" aria-hidden="true">
            {scale.map((value) => (
              <text key={value} x={`${at(value)}%`} y="13" textAnchor="middle">
                {value}
              </text>
            ))}
          </svg>
        </div>
        {props.rows.map((row) => (
          <Row key={row.label} row={row} />
        ))}
      </div>
      <details className="chart-table">
        <summary>{t('ui.asTable')}</summary>
        <FiguresTable {...props} />
      </details>
    </figure>
  )
}

/** Keeps dots at 0 and 100 inside the drawing. */
function at(value: number): number {
  return 3 + 0.94 * Math.min(100, Math.max(0, value))
}

function Row({ row }: { readonly row: DotPlotRow }) {
  const { t, number } = useWords()
  return (
    <div className="dot-row">
      <span className="dot-label" lang={row.lang}>
        {row.label}
      </span>
      <svg width="100%" height="28" aria-hidden="true">
        {scale.map((value) => (
          <line key={value} className="dot-grid" x1={`${at(value)}%`} x2={`${at(value)}%`} y1="0" y2="28" />
        ))}
        <line className="dot-track" x1={`${at(0)}%`} x2={`${at(100)}%`} y1="14" y2="14" />
        {row.peers?.map((peer) => (
          <circle key={peer.name} className="dot-peer" cx={`${at(peer.value)}%`} cy="14" r="4.5">
            <title>{`${peer.name}: ${number(peer.value)}`}</title>
          </circle>
        ))}
        {row.average === undefined ? null : (
          <line
            className="dot-average"
            x1={`${at(row.average)}%`}
            x2={`${at(row.average)}%`}
            y1="3"
            y2="25"
          />
        )}
        {row.own === undefined ? null : <circle className="dot-own" cx={`${at(row.own)}%`} cy="14" r="7" />}
      </svg>
      <span className="dot-value numeric">
        {row.own === undefined ? t('ui.notMeasured') : number(row.own)}
      </span>
    </div>
  )
}

function Legend({ ownName, ownLang, peersName, averageName, averageLang, rows }: DotPlotProps) {
  const hasPeers = rows.some((row) => (row.peers ?? []).length > 0)
  const hasAverage = rows.some((row) => row.average !== undefined)
  return (
    <ul className="chart-legend" aria-hidden="true">
      <li>
        <svg width="16" height="16" aria-hidden="true">
          <circle className="dot-own" cx="8" cy="8" r="7" />
        </svg>
        <span lang={ownLang}>{ownName}</span>
      </li>
      {hasPeers && peersName ? (
        <li>
          <svg width="12" height="16" aria-hidden="true">
            <circle className="dot-peer" cx="6" cy="8" r="4.5" />
          </svg>
          {peersName}
        </li>
      ) : null}
      {hasAverage && averageName ? (
        <li>
          <svg width="6" height="16" aria-hidden="true">
            <line className="dot-average" x1="3" x2="3" y1="0" y2="16" />
          </svg>
          <span lang={averageLang}>{averageName}</span>
        </li>
      ) : null}
    </ul>
  )
}

function RowName({ row: { href, label, lang } }: { readonly row: DotPlotRow }) {
  return href ? (
    <a href={href} lang={lang}>
      {label}
    </a>
  ) : (
    <span lang={lang}>{label}</span>
  )
}

// More columns than this do not fit: the others then share one, each with its name.
const mostPeerColumns = 4

function FiguresTable(props: DotPlotProps) {
  const { title, ownName, ownLang, peersName, averageName, averageLang, rows } = props
  const { t, number } = useWords()
  const figure = (value: number | undefined) => (value === undefined ? t('ui.notMeasured') : number(value))
  const names = [...new Set(rows.flatMap((row) => (row.peers ?? []).map((peer) => peer.name)))]
  const peers = names.length > mostPeerColumns && peersName ? [] : names
  const hasAverage = rows.some((row) => row.average !== undefined)
  return (
    <DataTable
      caption={title}
      hideCaption
      rows={rows}
      rowKey={(row) => row.label}
      columns={[
        { label: t('ui.item'), cell: (row) => <RowName row={row} /> },
        { label: ownName, lang: ownLang, numeric: true, cell: (row) => figure(row.own) },
        ...(hasAverage && averageName
          ? [
              {
                label: averageName,
                lang: averageLang,
                numeric: true,
                cell: (row: DotPlotRow) => figure(row.average),
              },
            ]
          : []),
        ...peers.map((name) => ({
          label: name,
          numeric: true,
          cell: (row: DotPlotRow) => figure(row.peers?.find((peer) => peer.name === name)?.value),
        })),
        ...(peersName && peers.length < names.length
          ? [{ label: peersName, cell: (row: DotPlotRow) => peerList(row, number, t('ui.notMeasured')) }]
          : []),
      ]}
    />
  )
}

function peerList({ peers = [] }: DotPlotRow, number: (value: number) => string, missing: string): string {
  const sorted = peers.toSorted((a, b) => b.value - a.value)
  return sorted.map((peer) => `${peer.name} ${number(peer.value)}`).join(', ') || missing
}
