import type { FicheField } from '@hansa/domain/fiche'
import { useWords } from '../i18n/use-words.tsx'
import { labelOf } from './field-words.ts'
import { kindOf } from './kinds.ts'
import { ValueView } from './value-view.tsx'
import { fromJson, isBlank } from './values.ts'
import type { Revision } from './writing.query.ts'
import { namesIn, writtenIn } from './written-in.ts'

interface AnswersProps {
  readonly revision: Revision
  readonly fields: readonly FicheField[]
}

/** What some fields say, each under its question. */
export function Answers({ revision, fields }: AnswersProps) {
  const { t, locale } = useWords()
  const kind = kindOf(revision.kind)
  const all = revision.sections.flatMap((section) => section.fields)
  const titles = namesIn(revision)
  const language = writtenIn(revision)
  return (
    <dl className="summary-list summary-list-lines answers">
      {fields.map(({ key, control, need }) => {
        const one = all.find(({ field }) => field.key === key)
        const value = fromJson(one?.value ?? null)
        return (
          <div key={key}>
            <dt>{labelOf(locale, kind, key)}</dt>
            <dd>
              {isBlank(value) ? (
                <span className={one?.isMissing ? 'answer-missing' : 'quiet'}>
                  {t(one?.isMissing ? 'writing.missing' : `writing.blank_${need}`)}
                </span>
              ) : (
                <ValueView {...{ kind, control, value, language, titles }} path={key} />
              )}
              {one?.isChanged && !one.isMissing ? (
                <span className="answer-changed"> {t('writing.changed')}</span>
              ) : null}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
