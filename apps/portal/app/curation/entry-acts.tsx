import { Intent } from '../account/account-sections.tsx'
import { errorOf } from '../account/form-page.tsx'
import { Told } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Section } from '../ui/section.tsx'
import { TextArea } from '../ui/text-area.tsx'
import type { Curated } from './entries.query.ts'
import type { EntryResult } from './entry-action.server.ts'

interface ActProps {
  readonly intent: 'confirm' | 'feature' | 'unfeature' | 'restore'
  readonly text?: string
}

/** Something that is done with one button, and what it means. */
function Act({ intent, text }: ActProps) {
  const { t } = useWords()
  return (
    <Section id={intent} title={t(`curation.act_${intent}`)}>
      <p>{text ?? t(`curation.actText_${intent}`)}</p>
      <form method="post">
        <Intent value={intent} />
        <Button look="secondary">{t(`curation.actNow_${intent}`)}</Button>
      </form>
    </Section>
  )
}

/** Says that what an entry tells still holds. */
export function ConfirmAct({ entry }: { readonly entry: Curated }) {
  const { t, date } = useWords()
  const due = entry.confirmationDueAt
  return due ? (
    <Act intent="confirm" text={t('curation.confirmDue', { date: date(due) })} />
  ) : (
    <Act intent="confirm" />
  )
}

interface ActsProps {
  readonly entry: Curated
  readonly result: EntryResult | undefined
}

/** Everything else that is done to an entry as a whole. */
export function EntryActs({ entry, result }: ActsProps) {
  const { t } = useWords()
  if (entry.state === 'ARCHIVED') return <Act intent="restore" />
  return (
    <>
      <Act intent={entry.isFeatured ? 'unfeature' : 'feature'} />
      <Section id="archive" title={t('curation.act_archive')}>
        <p>{t('curation.actText_archive')}</p>
        <form method="post" className="form-fields">
          <Intent value="archive" />
          <TextArea
            id="reason-archive"
            name="reason"
            label={t('curation.why')}
            hint={t('curation.archiveWhy')}
            value={result?.reason}
            error={errorOf(result, 'reason-archive')}
            maxLength={4000}
          />
          <p>
            <Button look="secondary">{t('curation.actNow_archive')}</Button>
          </p>
        </form>
      </Section>
    </>
  )
}

interface MergeProps extends ActsProps {
  /** Words of the title of the one that stays, and what they may mean. */
  readonly q: string
  readonly found: readonly Curated[] | null
  readonly path: string
}

/** Merges an entry into another: first some words of its title, then which one it is. */
export function MergeAct({ entry, result, q, found, path }: MergeProps) {
  const { t, href, locale } = useWords()
  const error = errorOf(result, 'into')
  return (
    <Section id="merge" title={t('curation.merge')}>
      <p>{t('curation.mergeText')}</p>
      <form method="get" action={`${href(path)}#merge`} className="form-fields">
        <Field name="q" type="search" label={t('curation.mergeFind')} value={q} />
        <p>
          <Button look="secondary">{t('member.find')}</Button>
        </p>
      </form>
      {found?.length === 0 ? <p role="status">{t('curation.mergeNone')}</p> : null}
      {found && found.length > 0 ? (
        <form method="post" className="form-fields">
          <Intent value="merge" />
          <fieldset id="into" tabIndex={-1} className={error ? 'choices field-invalid' : 'choices'}>
            <legend>{t('curation.mergeWhich')}</legend>
            {error ? <p className="field-error">{error}</p> : null}
            {found.map(({ id, title, path: page }) => (
              <div key={id} className="merge-choice">
                <label className="choice">
                  <input type="radio" name="into" value={id} />
                  <Told text={title} />
                </label>
                <a
                  href={href(page)}
                  lang={locale}
                  aria-label={t('curation.readTitle', { title: title.value })}
                >
                  {t('curation.read')}
                </a>
              </div>
            ))}
          </fieldset>
          <p>
            <Button look="secondary">{t('curation.mergeNow', { title: entry.title.value })}</Button>
          </p>
        </form>
      ) : null}
    </Section>
  )
}
