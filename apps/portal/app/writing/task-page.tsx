import { fieldOf } from '@hansa/domain/fiche'
import { Intent } from '../account/account-sections.tsx'
import { langOf } from '../entry/text.ts'
import { filesPath } from '../file/files-path.ts'
import type { WordKey } from '../i18n/catalogue.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Callout, Notice } from '../ui/callout.tsx'
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Fold } from '../ui/fold.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Section } from '../ui/section.tsx'
import { labelOf } from './field-words.ts'
import { History } from './history.tsx'
import { kindOf } from './kinds.ts'
import { SectionList } from './section-list.tsx'
import { RevisionState, useNextStep } from './state-words.tsx'
import type { Task } from './writing.query.ts'

export interface TaskPageProps {
  readonly revision: Task
  /** Whether the files of its entry are the visitor's to change. */
  readonly changesFiles: boolean
  readonly notice: 'saved' | 'submitted' | 'withdrawn' | 'started' | null
  readonly problems: readonly FieldProblem[]
}

/** One entry that is being written: what is done, what is missing, whose turn it is, and every way on. */
export function TaskPage({ revision, changesFiles, notice, problems }: TaskPageProps) {
  const { t, href, locale } = useWords()
  const { viewerCan, title, kind } = revision
  const name = title?.value ?? t('writing.untitled')
  const open = revision.sections
    .flatMap((section) => section.fields)
    .flatMap(({ remarks }) => remarks)
    .filter(({ state }) => state === 'OPEN')
  return (
    <div className="writing">
      <Breadcrumbs
        items={[
          { label: t('writing.title'), href: href('/write') },
          { label: name, lang: langOf(locale, title) },
        ]}
      />
      <ErrorSummary problems={problems} />
      <PageHeading
        kind={t(`writing.kind_${kindOf(kind)}`)}
        title={name}
        lang={langOf(locale, title)}
        strapline={useNextStep(revision)}
      >
        <RevisionState state={revision.state} />
      </PageHeading>
      {notice && problems.length === 0 ? <Notice>{t(`writing.done_${notice}`)}</Notice> : null}
      <Reason revision={revision} />
      <Conflicts revision={revision} />
      <Section id="sections" title={t('writing.sections')}>
        {open.length > 0 ? <p>{t('writing.openRemarks', { count: open.length })}</p> : null}
        <SectionList revision={revision} />
        {viewerCan.includes('SUBMIT') || viewerCan.includes('EDIT') ? (
          <p>
            <ButtonLink href={href(`/write/${revision.id}/check`)}>{t('writing.checkAnswers')}</ButtonLink>
          </p>
        ) : (
          <p>
            <a href={href(`/write/${revision.id}/check`)}>{t('writing.readAnswers')}</a>
          </p>
        )}
      </Section>
      <Beside revision={revision} changesFiles={changesFiles} />
      <Section id="history" title={t('writing.history')}>
        <History steps={revision.steps} />
      </Section>
      {viewerCan.includes('WITHDRAW') ? <Withdraw /> : null}
    </div>
  )
}

/** Why changes were asked for, or why it was not accepted, before everything else. */
function Reason({ revision: { state, steps } }: Pick<TaskPageProps, 'revision'>) {
  const { t } = useWords()
  const last = steps.findLast(({ step }) => step === 'REQUEST_CHANGES' || step === 'REJECT')
  if (!last?.reason || !['CHANGES_REQUESTED', 'REJECTED'].includes(state)) return null
  const name = last.by?.name ?? t('writing.formerMember')
  return (
    <Callout tone="attention" title={t('writing.saidBy', { name })}>
      <p className="written">{last.reason}</p>
    </Callout>
  )
}

/** What was published meanwhile of the same fields: for each, which one is to hold. */
function Conflicts({ revision }: Pick<TaskPageProps, 'revision'>) {
  const { t, locale } = useWords()
  const { conflicts, viewerCan, version } = revision
  const kind = kindOf(revision.kind)
  if (conflicts.length === 0 || !viewerCan.includes('EDIT')) return null
  return (
    <Callout tone="attention" title={t('writing.conflictTitle')}>
      <p>{t('writing.conflictText')}</p>
      <form method="post" className="form-fields">
        <Intent value="up-to-date" />
        <input type="hidden" name="version" value={version} />
        <fieldset className="asked-together">
          <legend>{t('writing.conflictTake')}</legend>
          {conflicts
            .filter((key) => fieldOf(kind, key))
            .map((key) => (
              <label key={key} className="filter-option">
                <input type="checkbox" name="theirs" value={key} />
                <span>{labelOf(locale, kind, key)}</span>
              </label>
            ))}
        </fieldset>
        <p>
          <Button look="secondary">{t('writing.conflictSettle')}</Button>
        </p>
      </form>
    </Callout>
  )
}

interface Way {
  readonly path: string
  readonly word: WordKey
  readonly text: WordKey
}

/** What belongs to an entry and is not asked for in a section. */
function Beside({ revision, changesFiles }: Pick<TaskPageProps, 'revision' | 'changesFiles'>) {
  const { t, href } = useWords()
  const { id, entryId, entryPath, previewPath, isNew, state, viewerCan } = revision
  const isPublished = state === 'PUBLISHED'
  const links: readonly (Way | null)[] = [
    viewerCan.includes('EDIT')
      ? { path: `/write/${id}/translate`, word: 'writing.translate', text: 'writing.translateText' }
      : null,
    changesFiles ? { path: filesPath(entryId), word: 'file.title', text: 'writing.filesText' } : null,
    isPublished ? null : { path: previewPath, word: 'writing.preview', text: 'writing.previewText' },
    entryPath && (isPublished || !isNew)
      ? { path: entryPath, word: 'writing.published', text: 'writing.publishedText' }
      : null,
  ]
  const shown = links.filter((link) => link !== null)
  if (shown.length === 0) return null
  return (
    <Section id="beside" title={t('writing.beside')}>
      <ul className="writing-ways">
        {shown.map(({ path, word, text }) => (
          <li key={path}>
            <a href={href(path)}>{t(word)}</a>
            <span className="hint">{t(text)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Withdraw() {
  const { t } = useWords()
  return (
    <Fold title={t('writing.withdraw')}>
      <form method="post" className="form-fields">
        <Intent value="withdraw" />
        <p>{t('writing.withdrawText')}</p>
        <Field name="reason" label={t('writing.withdrawWhy')} />
        <p>
          <Button look="secondary">{t('writing.withdrawNow')}</Button>
        </p>
      </form>
    </Fold>
  )
}
