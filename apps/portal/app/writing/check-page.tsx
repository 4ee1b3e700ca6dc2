import { ficheOf } from '@hansa/domain/fiche'
import { Intent } from '../account/account-sections.tsx'
import { langOf } from '../entry/text.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Section } from '../ui/section.tsx'
import { Answers } from './answers.tsx'
import { useCrumbs } from './crumbs.ts'
import { kindOf } from './kinds.ts'
import type { Checked } from './writing.query.ts'

export interface CheckPageProps {
  readonly revision: Checked
  /** What keeps it from being submitted. */
  readonly problems: readonly FieldProblem[]
  /** Why it was not submitted just now. */
  readonly refused: readonly FieldProblem[]
}

/** All answers on one page, what is still missing before them, and the button that sends them for review. */
export function CheckPage({ revision, problems, refused }: CheckPageProps) {
  const { t, href } = useWords()
  const { id, viewerCan } = revision
  const canEdit = viewerCan.includes('EDIT')
  const kind = kindOf(revision.kind)
  const title = t(canEdit ? 'writing.checkAnswers' : 'writing.readAnswers')
  return (
    <div className="writing">
      <Breadcrumbs items={useCrumbs(revision, title)} />
      <ErrorSummary problems={refused} />
      <PageHeading title={title} strapline={canEdit ? t('writing.checkLede') : undefined} />
      {revision.state === 'PUBLISHED' ? null : (
        <p>
          <a href={href(revision.previewPath)}>{t('writing.preview')}</a>{' '}
          <span className="hint">{t('writing.previewText')}</span>
        </p>
      )}
      {canEdit ? <Missing id={id} kind={kind} problems={problems} /> : null}
      <Duplicates revision={revision} />
      {ficheOf(kind).sections.map(({ key, fields }) => (
        <Section key={key} id={key} title={t(`writing.section_${key}`)}>
          <Answers revision={revision} fields={fields} />
          {canEdit ? (
            <p>
              <a href={href(`/write/${id}/${key}`)}>
                {t('writing.change')} <span className="visually-hidden">{t(`writing.section_${key}`)}</span>
              </a>
            </p>
          ) : null}
        </Section>
      ))}
      {viewerCan.includes('SUBMIT') ? <Submit ready={problems.length === 0} isNew={revision.isNew} /> : null}
    </div>
  )
}

interface MissingProps {
  readonly id: string
  readonly kind: ReturnType<typeof kindOf>
  readonly problems: readonly FieldProblem[]
}

/** What must still be said or put right, each with the way to its question. */
function Missing({ id, kind, problems }: MissingProps) {
  const { t, href } = useWords()
  const sectionOf = (path: string): string =>
    ficheOf(kind).sections.find(({ fields }) => fields.some(({ key }) => key === path.split('.')[0]))?.key ??
    ''
  return (
    <div id="problems" tabIndex={-1}>
      {problems.length === 0 ? null : (
        <Callout tone="attention" title={t('writing.beforeSubmit', { count: problems.length })}>
          <ul className="plain-list">
            {problems.map(({ field, message }) => (
              <li key={field}>
                <a href={`${href(`/write/${id}/${sectionOf(field)}`)}?check=1#${field}`}>{message}</a>
              </li>
            ))}
          </ul>
        </Callout>
      )}
    </div>
  )
}

/** Entries that may tell of the same thing: better to improve one of them than to have two. */
function Duplicates({ revision: { duplicates, viewerCan } }: Pick<CheckPageProps, 'revision'>) {
  const { t, href, locale } = useWords()
  const named = duplicates.filter(({ entry }) => entry.title && entry.path)
  if (named.length === 0 || !viewerCan.includes('SUBMIT')) return null
  return (
    <Callout title={t('writing.duplicatesTitle')}>
      <p>{t('writing.duplicatesText')}</p>
      <ul className="plain-list">
        {named.map(({ entry, sameCity }) => (
          <li key={entry.id}>
            <a href={href(entry.path ?? '')} lang={langOf(locale, entry.title)}>
              {entry.title?.value}
            </a>{' '}
            {sameCity ? <span className="quiet">{t('practice.sameCity')}</span> : null}
          </li>
        ))}
      </ul>
    </Callout>
  )
}

function Submit({ ready, isNew }: { readonly ready: boolean; readonly isNew: boolean }) {
  const { t } = useWords()
  const next = t(isNew ? 'writing.submitText' : 'writing.improveLede')
  return (
    <Section id="submit" title={t('writing.submitTitle')}>
      <p>{ready ? next : t('writing.submitNotYet')}</p>
      <form method="post" className="form-fields">
        <Intent value="submit" />
        <div className="field asked">
          <label htmlFor="reason">
            {t('writing.submitNote')}
            <span className="asked-need"> {t('writing.need_optional')}</span>
          </label>
          <textarea id="reason" name="reason" rows={3} />
        </div>
        <p>
          <Button>{t('writing.submit')}</Button>
        </p>
      </form>
    </Section>
  )
}
