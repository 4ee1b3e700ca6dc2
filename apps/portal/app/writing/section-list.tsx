import { ficheOf } from '@hansa/domain/fiche'
import { useWords } from '../i18n/use-words.tsx'
import { StateWord, type StateWordProps } from '../ui/state-word.tsx'
import { labelOf } from './field-words.ts'
import { kindOf } from './kinds.ts'
import type { Revision, RevisionSection } from './writing.query.ts'

/** The sections of a fiche as a list of tasks: each with what is missing in it. */
export function SectionList({ revision }: { readonly revision: Revision }) {
  const { t, href, list, locale } = useWords()
  const kind = kindOf(revision.kind)
  return (
    <ol className="task-list">
      {ficheOf(kind).sections.map(({ key }) => {
        const section = revision.sections.find((each) => each.key.toLowerCase() === key)
        if (!section) return null
        const names = (fields: RevisionSection['fields']) =>
          list(fields.map(({ field }) => labelOf(locale, kind, field.key)))
        const broken = section.fields.filter(isBroken)
        const missing = section.fields.filter(({ isMissing }) => isMissing)
        const remarks = section.fields
          .flatMap((field) => field.remarks)
          .filter(({ state }) => state === 'OPEN')
        return (
          <li key={key}>
            <div>
              <a href={href(`/write/${revision.id}/${key}`)}>{t(`writing.section_${key}`)}</a>
              {broken.length > 0 ? (
                <p className="task-broken">{t('writing.toPutRight', { fields: names(broken) })}</p>
              ) : null}
              {missing.length > 0 && !section.isEmpty ? (
                <p className="hint">{t('writing.stillMissing', { fields: names(missing) })}</p>
              ) : null}
              {remarks.length > 0 ? (
                <p className="task-remarks">{t('writing.remarks', { count: remarks.length })}</p>
              ) : null}
            </div>
            <StateWord about={t('writing.state')} {...stateOf(t, section)} />
          </li>
        )
      })}
    </ol>
  )
}

const isBroken = ({ problems, isMissing }: RevisionSection['fields'][number]): boolean =>
  problems.length > 0 && !isMissing

type Words = ReturnType<typeof useWords>['t']

const stateOf = (
  t: Words,
  { isComplete, isEmpty, fields }: RevisionSection,
): Omit<StateWordProps, 'about'> => {
  if (fields.some(isBroken))
    return { word: t('writing.section_broken'), mark: { shape: 'disc', fill: 'half' }, tone: 'bad' }
  if (isEmpty)
    return isComplete
      ? { word: t('writing.section_open'), mark: { shape: 'disc', fill: 'empty' } }
      : { word: t('writing.section_empty'), mark: { shape: 'disc', fill: 'empty' } }
  return isComplete
    ? { word: t('writing.section_complete'), mark: { shape: 'disc', fill: 'full' }, tone: 'good' }
    : { word: t('writing.section_begun'), mark: { shape: 'disc', fill: 'half' }, tone: 'attention' }
}
