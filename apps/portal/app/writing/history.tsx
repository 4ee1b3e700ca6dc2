import { Told } from '../entry/marked.tsx'
import { isWordKey } from '../i18n/catalogue.ts'
import { useWords } from '../i18n/use-words.tsx'
import type { Task } from './writing.query.ts'

/** What was done with a revision, by whom and why, the latest first. */
export function History({ steps }: Pick<Task, 'steps'>) {
  const { t, date } = useWords()
  return (
    <ol className="writing-history" reversed>
      {steps.toReversed().map(({ step, at, by, about, actingFor, reason }) => {
        const key = `writing.step_${step}`
        return (
          <li key={`${at}${step}${about?.name ?? ''}`}>
            <p>
              <strong>{isWordKey(key) ? t(key, { name: about?.name ?? '' }) : step}</strong>{' '}
              <span className="quiet">
                {date(at)}
                {by ? `, ${by.name ?? t('writing.formerMember')}` : null}
                {actingFor?.title ? (
                  <>
                    , <Told text={actingFor.title} />
                  </>
                ) : null}
              </span>
            </p>
            {reason ? <p className="written">{reason}</p> : null}
          </li>
        )
      })}
    </ol>
  )
}
