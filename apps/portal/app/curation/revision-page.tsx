import { kindWord } from '../entry/kind.ts'
import { langOf } from '../entry/text.ts'
import { isWordKey } from '../i18n/catalogue.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Notice } from '../ui/callout.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FactLine } from '../ui/fact-line.tsx'
import { ReadingLayout } from '../ui/layout.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Section } from '../ui/section.tsx'
import { SectionNav } from '../ui/section-nav.tsx'
import { History } from '../writing/history.tsx'
import { RevisionState } from '../writing/state-words.tsx'
import { Conflicts, Duplicates } from './beside.tsx'
import { Checklist } from './checklist.tsx'
import { CurationNav } from './curation-nav.tsx'
import { Decide } from './decide.tsx'
import { usePage } from './page-context.tsx'
import { OwnReview, Reviews } from './reviews.tsx'
import { RevisionText } from './revision-text.tsx'

/** A revision for those who review it and decide about it: what it says, what was said of it, what can be done with it. */
export function RevisionPage() {
  const { t } = useWords()
  const { revision, result, done } = usePage()
  const notice = `curation.done_${done}`
  const can = (...acts: (typeof revision.viewerCan)[number][]) =>
    acts.some((act) => revision.viewerCan.includes(act))
  const contents = [
    can('TAKE_UP', 'ACCEPT', 'PUBLISH', 'REQUEST_CHANGES', 'REJECT', 'RELEASE')
      ? { id: 'decide', label: t('curation.decide') }
      : null,
    { id: 'says', label: t('curation.text') },
    can('REVIEW') ? { id: 'review', label: t('curation.yourReview') } : null,
    { id: 'checklist', label: t('curation.checklist') },
    { id: 'reviews', label: t('curation.reviewsOf') },
    { id: 'history', label: t('writing.history') },
  ].filter((item) => item !== null)
  return (
    <div className="curated">
      <CurationNav />
      <ErrorSummary problems={result?.problems ?? []} />
      <Heading />
      {isWordKey(notice) && !result ? <Notice>{t(notice)}</Notice> : null}
      <Conflicts />
      <Duplicates />
      <ReadingLayout aside={<SectionNav items={contents} />}>
        <Decide />
        <Section id="says" title={t('curation.text')}>
          <RevisionText />
        </Section>
        <OwnReview />
        <Checklist />
        <Reviews />
        <Section id="history" title={t('writing.history')}>
          <History steps={revision.steps} />
        </Section>
      </ReadingLayout>
    </div>
  )
}

function Heading() {
  const { t, href, date, locale } = useWords()
  const { revision, days, curates } = usePage()
  const { title, kind, isNew, state, turn, author, entryId, entryPath, previewPath, publishAt } = revision
  const isPublished = state === 'PUBLISHED'
  const isOver = turn === 'NOBODY'
  return (
    <PageHeading
      kind={`${kindWord(locale, kind)}, ${t(isNew ? 'curation.new' : 'curation.improvement')}`}
      title={title?.value ?? t('writing.untitled')}
      lang={langOf(locale, title)}
    >
      <p>
        <RevisionState state={state} />
      </p>
      <FactLine
        facts={[
          author?.name ? t('curation.by', { name: author.name }) : null,
          isOver ? null : t('curation.turnIs', { turn: t(`curation.turn_${turn}`) }),
          publishAt
            ? t('curation.publishedAt', { date: date(publishAt), time: publishAt.slice(11, 16) })
            : null,
          isOver ? null : t('curation.waits', { days }),
          isPublished ? null : (
            <a key="preview" href={href(previewPath)}>
              {t('curation.preview')}
            </a>
          ),
          entryPath && (isPublished || !isNew) ? (
            <a key="page" href={href(entryPath)}>
              {t('curation.read')}
            </a>
          ) : null,
          curates && (isPublished || !isNew) ? (
            <a key="entry" href={href(`/curation/entries/${entryId}`)}>
              {t('curation.curateThis')}
            </a>
          ) : null,
        ]}
      />
    </PageHeading>
  )
}
