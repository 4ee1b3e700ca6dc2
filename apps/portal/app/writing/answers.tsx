import type { FicheField } from '@hansa/domain/fiche'
import { useWords } from '../i18n/use-words.tsx'
import { labelOf } from './field-words.ts'
import { kindOf } from './kinds.ts'
import { ValueView } from './value-view.tsx'
import { fromJson, isBlank } from './values.ts'
import type { Revision } from './writing.query.ts'
import { namesIn, writtenIn } from './written-in.ts'

/** What holds where nothing is said. */
const defaults: Readonly<Record<string, string>> = { licence: 'CC-BY-4.0' }

interface AnswersProps {
  readonly revision: Revision
  readonly fields: readonly FicheField[]
}

/** What some fields say, each under its question; those that may stay open and do are left out. */
export function Answers({ revision, fields }: AnswersProps) {
  const { t, locale } = useWords()
  const kind = kindOf(revision.kind)
  const all = revision.sections.flatMap((section) => section.fields)
  const titles = namesIn(revision)
  const language = writtenIn(revision)
  const shown = fields.flatMap((field) => {
    const one = all.find((each) => each.field.key === field.key)
    const value = fromJson(one?.value ?? null) ?? defaults[field.key]
    return isBlank(value) && field.need === 'optional' && !one?.isMissing ? [] : [{ ...field, one, value }]
  })
  if (shown.length === 0) return <p className="quiet">{t('writing.nothingYet')}</p>
  return (
    <dl className="summary-list summary-list-lines answers">
      {shown.map(({ key, control, one, value }) => (
        <div key={key}>
          <dt>{labelOf(locale, kind, key)}</dt>
          <dd>
            {isBlank(value) ? (
              <span className={one?.isMissing ? 'answer-missing' : 'quiet'}>
                {t(one?.isMissing ? 'writing.missing' : 'writing.blank')}
              </span>
            ) : (
              <ValueView {...{ kind, control, value, language, titles }} path={key} />
            )}
            {one?.isChanged && !one.isMissing ? (
              <span className="answer-changed"> {t('writing.changed')}</span>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
