import type { Control } from '@hansa/domain/control'
import type { ReactNode } from 'react'
import { langOf } from '../entry/text.ts'
import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { labelOf } from '../writing/field-words.ts'
import { controlAt } from '../writing/problem-words.ts'
import { ValueView } from '../writing/value-view.tsx'
import { usePage } from './page-context.tsx'
import type { Difference } from './revision.query.ts'

/** What differs within one field from what is published: old and new beside each other, what came and went marked in both. */
export function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  return (
    <div className="differences">
      {differences.map((one) => (
        <OneDifference key={`${one.path} ${one.language ?? ''}`} difference={one} />
      ))}
    </div>
  )
}

function OneDifference({ difference }: { readonly difference: Difference }) {
  const { t } = useWords()
  const place = usePlace(difference)
  return (
    <div className="difference">
      {place ? <p className="difference-place">{place}</p> : null}
      <div className="side-by-side">
        <div>
          <p className="side-label">{t('curation.publishedNow')}</p>
          <Side difference={difference} side="REMOVED" />
        </div>
        <div>
          <p className="side-label">{t('curation.proposed')}</p>
          <Side difference={difference} side="ADDED" />
        </div>
      </div>
    </div>
  )
}

/** Where within its field something differs: "Step 2, who"; and in which language. */
function usePlace({ path, language }: Difference): string {
  const { locale, t, language: nameOf } = useWords()
  const { kind, language: own } = usePage()
  const names = path.split('.')
  const row = names.find((name) => /^\d+$/.test(name))
  const places = [
    row === undefined ? '' : t('curation.row', { row: Number(row) + 1 }),
    /^\d*$/.test(names.at(-1) ?? '') || names.length === 1 ? '' : labelOf(locale, kind, path),
    language && language !== own ? nameOf(language) : '',
  ]
  return places.filter(Boolean).join(', ')
}

interface SideProps {
  readonly difference: Difference
  /** Which version it is: the one in which the removed words stand, or the added. */
  readonly side: 'REMOVED' | 'ADDED'
}

function Side({ difference, side }: SideProps) {
  const { t, locale } = useWords()
  const { kind } = usePage()
  const { path, language, pieces, added, removed } = difference
  const names = side === 'ADDED' ? added : removed
  const shown = pieces.filter((piece) => piece.kind === 'SAME' || piece.kind === side)
  if (names.length > 0) return <Names names={names} side={side} />
  if (shown.every(({ text }) => text.trim() === ''))
    return <p className="quiet">{t(side === 'ADDED' ? 'curation.nothingNow' : 'curation.nothingBefore')}</p>
  const control = controlAt(kind, path)
  if (control && control.type !== 'text')
    return <Whole path={path} control={control} side={side} text={shown.map(({ text }) => text).join('')} />
  return (
    <p className="written" lang={foreignLang(locale, language)}>
      {shown.map((piece, at) =>
        piece.kind === 'SAME' ? (
          piece.text
        ) : (
          <Marked key={at} side={side}>
            {piece.text}
          </Marked>
        ),
      )}
    </p>
  )
}

/** Words that came or went, told also to those who do not see how they are marked. */
function Marked({ side, children }: { readonly side: SideProps['side']; readonly children: ReactNode }) {
  const { t, locale } = useWords()
  const Element = side === 'ADDED' ? 'ins' : 'del'
  const hint = t(side === 'ADDED' ? 'curation.added' : 'curation.removed')
  return (
    <Element>
      <span className="visually-hidden" lang={locale}>
        {hint}:{' '}
      </span>
      {children}
    </Element>
  )
}

/** What is named now, or was. */
function Names({ names, side }: { readonly names: Difference['added']; readonly side: SideProps['side'] }) {
  const { locale, t } = useWords()
  return (
    <ul className="plain-list">
      {names.map(({ id, title }) => (
        <li key={id}>
          <Marked side={side}>
            <span lang={langOf(locale, title)}>{title?.value ?? t('member.hiddenEntry')}</span>
          </Marked>
        </li>
      ))}
    </ul>
  )
}

interface WholeProps {
  readonly path: string
  readonly control: Control
  readonly side: SideProps['side']
  readonly text: string
}

/** A value that is no text, such as a choice or a number: replaced as a whole, and said in words. */
function Whole({ path, control, side, text }: WholeProps) {
  const { kind, language, titles } = usePage()
  const { t } = useWords()
  const value = control.type === 'number' ? Number(text) : control.type === 'flag' ? text === 'true' : text
  return (
    <p>
      <Marked side={side}>
        {control.type === 'flag' && value === false ? (
          t('curation.no')
        ) : (
          <ValueView {...{ kind, path, control, value, language, titles }} />
        )}
      </Marked>
    </p>
  )
}
