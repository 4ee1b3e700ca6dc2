import { type FicheField, ficheOf } from '@hansa/domain/fiche'
import { useWords } from '../i18n/use-words.tsx'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Callout, Notice } from '../ui/callout.tsx'
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Answers } from './answers.tsx'
import { useCrumbs } from './crumbs.ts'
import { FicheForm } from './fiche-form.tsx'
import type { CameBack } from './form.server.ts'
import type { FormView } from './form-context.tsx'
import { kindOf } from './kinds.ts'
import { Remarks } from './remarks.tsx'
import { fromJson, type Values } from './values.ts'
import type { Revision } from './writing.query.ts'
import { namesIn, writtenIn } from './written-in.ts'

export interface SectionPageProps {
  readonly revision: Revision
  readonly section: string
  readonly path: string
  readonly schemes: FormView['schemes']
  readonly licences: readonly string[]
  readonly problems: readonly FieldProblem[]
  readonly cameBack: CameBack | undefined
  readonly saved: boolean
}

/** One section of a fiche: its questions on one page, saved before one goes on. */
export function SectionPage(props: SectionPageProps) {
  const { t } = useWords()
  const { revision, section, cameBack, saved } = props
  const kind = kindOf(revision.kind)
  const { sections } = ficheOf(kind)
  const at = sections.findIndex(({ key }) => key === section)
  const key = sections[at]?.key ?? 'identity'
  const title = t(`writing.section_${key}`)
  const problems = cameBack && cameBack.problems.length > 0 ? cameBack.problems : props.problems
  return (
    <div className="writing">
      <Breadcrumbs items={useCrumbs(revision, title)} />
      <ErrorSummary problems={problems} />
      <PageHeading kind={t('writing.sectionOf', { at: at + 1, count: sections.length })} title={title} />
      {saved && !cameBack ? <Notice>{t('writing.saved')}</Notice> : null}
      {revision.viewerCan.includes('EDIT') ? (
        <SectionForm {...props} problems={problems} fields={sections[at]?.fields ?? []} />
      ) : (
        <ReadOnly {...props} fields={sections[at]?.fields ?? []} />
      )}
    </div>
  )
}

type WithFields = SectionPageProps & { readonly fields: readonly FicheField[] }

function SectionForm({ revision, section, path, fields, cameBack, ...rest }: WithFields) {
  const { t } = useWords()
  const saved = revision.sections.find(({ key }) => key.toLowerCase() === section)?.fields ?? []
  const now: Values = Object.fromEntries(saved.map(({ field, value }) => [field.key, fromJson(value)]))
  const base = cameBack?.base ?? now
  return (
    <FicheForm
      view={{
        kind: kindOf(revision.kind),
        language: writtenIn(revision),
        schemes: rest.schemes,
        titles: { ...namesIn(revision), ...cameBack?.titles },
        licences: rest.licences,
        found: cameBack?.found ?? {},
        problems: rest.problems,
        path,
      }}
      fields={fields}
      values={{ ...base, ...cameBack?.values }}
      base={base}
      version={cameBack?.version ?? revision.version}
      clashes={cameBack?.clashes ?? []}
      saved={saved}
    >
      <p className="fiche-buttons">
        <Button name="intent" value="save">
          {t('writing.saveNext')}
        </Button>
        <Button look="secondary" name="intent" value="back">
          {t('writing.saveBack')}
        </Button>
      </p>
    </FicheForm>
  )
}

/** A section that nobody can change now, or not this member: what it says, and why. */
function ReadOnly({ revision, section, fields }: WithFields) {
  const { t, href } = useWords()
  const saved = revision.sections.find(({ key }) => key.toLowerCase() === section)?.fields ?? []
  return (
    <>
      <Callout>
        <p>{t('writing.readOnly')}</p>
      </Callout>
      <Answers revision={revision} fields={fields} />
      {saved.map(({ field, remarks }) => (
        <Remarks key={field.key} remarks={remarks} canWrite={false} />
      ))}
      <p>
        <ButtonLink look="secondary" href={href(`/write/${revision.id}`)}>
          {t('writing.backToList')}
        </ButtonLink>
      </p>
    </>
  )
}
