import { type ReactNode, useId } from 'react'
import { useWords } from '../i18n/use-words.tsx'
import { FactLine } from './fact-line.tsx'
import { Highlighted, type Segment } from './highlighted.tsx'
import { StateLine, type StateWordProps } from './state-word.tsx'

export interface ResultRowProps {
  readonly href: string
  readonly title: string
  /** Language of the title when it is not the page's. */
  readonly lang?: string | undefined
  /** The kind of entry, in a word. */
  readonly kind?: string | undefined
  readonly strapline?: string | undefined
  /** Language of the strapline when it is not the page's. */
  readonly straplineLang?: string | undefined
  /** Place, dates and the like; empty ones fall out. */
  readonly facts?: readonly ReactNode[]
  readonly states?: readonly StateWordProps[]
  /** Where the words were found. */
  readonly snippet?: readonly Segment[] | undefined
  /** Language of the snippet when it is not the page's. */
  readonly snippetLang?: string | undefined
  /** Why it is shown here, when a city is chosen. */
  readonly reasons?: readonly string[]
  /** Offers the entry for comparison; `value` goes into the form of `CompareTray`. */
  readonly compare?: { readonly value: string; readonly form: string } | undefined
  /** Heading level: 2 below a page title, 3 below a section. */
  readonly level?: 2 | 3
}

/** One entry in a list of results: a row, not a card. */
export function ResultRow(props: ResultRowProps) {
  const { t } = useWords()
  const titleId = useId()
  const Heading = props.level === 2 ? 'h2' : 'h3'
  return (
    <article className="result-row" aria-labelledby={titleId}>
      {props.kind ? <p className="eyebrow">{props.kind}</p> : null}
      <Heading id={titleId} lang={props.lang}>
        <a href={props.href}>{props.title}</a>
      </Heading>
      {props.strapline ? (
        <p className="result-strapline" lang={props.straplineLang}>
          {props.strapline}
        </p>
      ) : null}
      <FactLine facts={props.facts ?? []} />
      {props.snippet && props.snippet.length > 0 ? (
        <p className="result-snippet" lang={props.snippetLang}>
          <Highlighted segments={props.snippet} />
        </p>
      ) : null}
      <StateLine states={props.states ?? []} />
      {props.reasons && props.reasons.length > 0 ? (
        <p className="result-reasons">
          <span className="reasons-label">{t('ui.reasons')}</span> {props.reasons.join(' · ')}
        </p>
      ) : null}
      {props.compare ? (
        <label className="compare-choice">
          <input type="checkbox" name="id" value={props.compare.value} form={props.compare.form} />
          <span>
            {t('ui.compare')}
            <span className="visually-hidden" lang={props.lang}>
              {' '}
              {props.title}
            </span>
          </span>
        </label>
      ) : null}
    </article>
  )
}

export interface ResultListProps {
  readonly rows: readonly ResultRowProps[]
  /** `columns` sets a few chosen ones side by side where there is room. */
  readonly look?: 'rows' | 'columns'
}

/** The rows, as a list that says how many there are. */
export function ResultList({ rows, look = 'rows' }: ResultListProps) {
  return (
    <ol className={`result-list result-list-${look}`}>
      {rows.map((row) => (
        <li key={row.href}>
          <ResultRow {...row} />
        </li>
      ))}
    </ol>
  )
}
