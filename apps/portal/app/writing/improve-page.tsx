import { langOf } from '../entry/text.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import type { RevisionHead } from './writing.query.ts'
import { SignInToWrite } from './writing-list.tsx'

export interface ImprovePageProps {
  readonly entry: {
    readonly id: string
    readonly path: string
    readonly title: { readonly value: string; readonly language: string }
  }
  /** What is under way already, when the viewer may see that. */
  readonly revision: Pick<RevisionHead, 'id'> | null
  readonly canImprove: boolean
  readonly isVisitor: boolean
  readonly problems: readonly FieldProblem[]
}

/** Before somebody improves an entry: what will happen with her changes, and the button that begins. */
export function ImprovePage({ entry, revision, canImprove, isVisitor, problems }: ImprovePageProps) {
  const { t, href, locale } = useWords()
  return (
    <div className="writing">
      <Breadcrumbs
        items={[
          { label: entry.title.value, lang: langOf(locale, entry.title), href: href(entry.path) },
          { label: t('writing.improve') },
        ]}
      />
      <ErrorSummary problems={problems} />
      <PageHeading
        kind={t('writing.improve')}
        title={entry.title.value}
        lang={langOf(locale, entry.title)}
        strapline={<span lang={locale}>{t('writing.improveLede')}</span>}
      />
      {isVisitor ? <SignInToWrite next={`/write/improve?entry=${entry.id}`} /> : null}
      {revision ? (
        <>
          <p>{t('writing.improveUnderway')}</p>
          <p>
            <ButtonLink href={href(`/write/${revision.id}`)}>{t('writing.goOn')}</ButtonLink>
          </p>
        </>
      ) : null}
      {!revision && canImprove ? (
        <form method="post">
          <p>
            <Button name="entry" value={entry.id}>
              {t('writing.improveBegin')}
            </Button>
          </p>
        </form>
      ) : null}
      {!revision && !canImprove && !isVisitor ? <p>{t('writing.improveNot')}</p> : null}
    </div>
  )
}
