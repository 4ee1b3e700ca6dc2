import { writtenKinds } from '@hansa/domain/fiche'
import { langOf } from '../entry/text.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { NextPage } from '../ui/next-page.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Section } from '../ui/section.tsx'
import { kindOf } from './kinds.ts'
import { RevisionState } from './state-words.tsx'
import type { Translations, Untranslated } from './translations.query.ts'
import type { TranslationsAsked } from './translations.server.ts'

const path = '/write/translations'

export interface TranslationsPageProps {
  readonly asked: TranslationsAsked
  readonly entries: Translations
  readonly languages: readonly string[]
  readonly problems: readonly FieldProblem[]
}

/** What lacks a language and is hers to improve who looks: one language and kind at a time. */
export function TranslationsPage({ asked, entries, languages, problems }: TranslationsPageProps) {
  const { t, href } = useWords()
  const { language, kind } = asked
  return (
    <div className="writing">
      <Breadcrumbs
        items={[{ label: t('writing.title'), href: href('/write') }, { label: t('writing.translations') }]}
      />
      <ErrorSummary problems={problems} />
      <PageHeading title={t('writing.translations')} strapline={t('writing.translationsLede')} />
      <Choice asked={asked} languages={languages} />
      {entries.totalCount === 0 ? (
        <EmptyState
          title={t('writing.translationsNone')}
          text={t('writing.translationsNoneText')}
          ways={[
            <a key="new" href={href('/write')}>
              {t('writing.new')}
            </a>,
          ]}
        />
      ) : (
        <Section id="entries" title={t('writing.translationsCount', { count: entries.totalCount })}>
          <form method="post">
            <input type="hidden" name="language" value={language} />
            <ul className="writing-rows">
              {entries.nodes.map((entry) => (
                <Row key={entry.id} entry={entry} language={language} />
              ))}
            </ul>
          </form>
          <NextPage path={path} query={{ language, kind }} pageInfo={entries.pageInfo} />
        </Section>
      )}
    </div>
  )
}

function Choice({ asked, languages }: Pick<TranslationsPageProps, 'asked' | 'languages'>) {
  const { t, href, language: nameOf } = useWords()
  return (
    <search>
      <form method="get" action={href(path)} className="translation-language" data-enhance="tidy">
        <Field
          name="language"
          label={t('writing.translateTo')}
          value={asked.language}
          options={languages.map((tag) => ({ value: tag, label: nameOf(tag) }))}
        />
        <Field
          name="kind"
          label={t('curation.kind')}
          value={asked.kind}
          options={[
            { value: '', label: t('member.any') },
            ...writtenKinds.map((value) => ({ value, label: t(`writing.kind_${value}`) })),
          ]}
        />
        <Button look="secondary">{t('writing.showLanguage')}</Button>
      </form>
    </search>
  )
}

interface RowProps {
  readonly entry: Untranslated
  readonly language: string
}

function Row({ entry, language }: RowProps) {
  const { t, href, locale } = useWords()
  const { kind, title, path: page, texts } = entry
  return (
    <li>
      <p className="eyebrow">{t(`writing.kind_${kindOf(kind)}`)}</p>
      <h3>
        <a href={href(page)} lang={langOf(locale, title)}>
          {title.value}
        </a>
      </h3>
      <p className="quiet">{t('writing.textsLacking', { count: texts })}</p>
      <Way entry={entry} language={language} />
    </li>
  )
}

/** The way to translate it: begins, goes on, or says why neither is possible. */
function Way({ entry: { id, title, revision, isBeingImproved }, language }: RowProps) {
  const { t, href, locale } = useWords()
  const which = (
    <span className="visually-hidden">
      : <span lang={langOf(locale, title)}>{title.value}</span>
    </span>
  )
  if (revision?.viewerCan.includes('EDIT'))
    return (
      <p>
        <ButtonLink look="secondary" href={`${href(`/write/${revision.id}/translate`)}?language=${language}`}>
          {t('writing.goOn')}
          {which}
        </ButtonLink>
      </p>
    )
  if (isBeingImproved)
    return (
      <>
        {revision ? (
          <p>
            <RevisionState state={revision.state} />
          </p>
        ) : null}
        <p className="hint">{t('writing.translateLater')}</p>
      </>
    )
  return (
    <p>
      <Button look="secondary" name="entry" value={id}>
        {t('writing.translate')}
        {which}
      </Button>
    </p>
  )
}

/** On the page of what somebody writes: the way to what she could translate. */
export function TranslationsLink() {
  const { t, href } = useWords()
  return (
    <Section id="translate" title={t('writing.translations')}>
      <p>{t('writing.translationsText')}</p>
      <p>
        <ButtonLink look="secondary" href={href(path)}>
          {t('writing.translationsShow')}
        </ButtonLink>
      </p>
    </Section>
  )
}
