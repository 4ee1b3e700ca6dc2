import { fieldOf } from '@hansa/domain/fiche'
import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Fold } from '../ui/fold.tsx'
import { labelOf } from '../writing/field-words.ts'
import { ValueView } from '../writing/value-view.tsx'
import { fromJson, isBlank, textsOf } from '../writing/values.ts'
import { Differences } from './differences.tsx'
import { usePage } from './page-context.tsx'
import { RemarkForm } from './remark-form.tsx'
import { Remarks } from './remarks.tsx'
import type { CuratedField } from './revision.query.ts'

/** All that a revision says, section by section, with what was remarked on it. */
export function RevisionText() {
  const { t } = useWords()
  const { revision, onlyChanges } = usePage()
  const isShown = ({ field, value, isChanged, isMissing, remarks }: CuratedField) => {
    if (onlyChanges) return isChanged || remarks.length > 0
    return isChanged || isMissing || value !== null || field.need !== 'OPTIONAL'
  }
  return (
    <>
      {revision.isNew ? null : <Extent />}
      {revision.sections.map(({ key, fields }) => {
        const shown = fields.filter(isShown)
        if (shown.length === 0) return null
        const name = key.toLowerCase() as Lowercase<typeof key>
        return (
          <div key={key} className="curated-section">
            <h3 className="eyebrow">{t(`writing.section_${name}`)}</h3>
            {shown.map((one) => (
              <FieldPart key={one.field.key} one={one} />
            ))}
          </div>
        )
      })}
    </>
  )
}

/** Between all of it, and only what changed. */
function Extent() {
  const { t, href } = useWords()
  const { revision, onlyChanges } = usePage()
  const path = href(`/curation/${revision.id}`)
  return (
    <p className="extent">
      {onlyChanges ? t('curation.onlyChanges') : t('curation.allOfIt')}{' '}
      <a href={onlyChanges ? `${path}#says` : `${path}?only=changes#says`}>
        {t(onlyChanges ? 'curation.showAll' : 'curation.showChanges')}
      </a>
    </p>
  )
}

function FieldPart({ one }: { readonly one: CuratedField }) {
  const { t, locale } = useWords()
  const { revision, kind, remarkOn, result } = usePage()
  const { key } = one.field
  const isDifferent = one.isChanged && !revision.isNew
  const canRemark = revision.viewerCan.includes('REMARK')
  const sentOn = result?.intent === 'remark' ? result.values.remarkOn : undefined
  const isOpen = canRemark && (sentOn ?? remarkOn) === key
  const inField = revision.diff.filter(({ path }) => path === key || path.startsWith(`${key}.`))
  return (
    <div
      className={isDifferent ? 'curated-field curated-field-changed' : 'curated-field'}
      id={`field-${key}`}
    >
      <div className="curated-name">
        <h4>
          {labelOf(locale, kind, key)}
          {isDifferent ? <span className="changed-mark"> {t('writing.changed')}</span> : null}
        </h4>
        {canRemark && !isOpen ? <RemarkLink field={key} /> : null}
      </div>
      <div className="curated-body">
        {isDifferent && inField.length > 0 ? <Differences differences={inField} /> : <FieldValue one={one} />}
        <Remarks remarks={one.remarks} />
        {isOpen ? <RemarkForm one={one} /> : null}
      </div>
    </div>
  )
}

function RemarkLink({ field }: { readonly field: string }) {
  const { t, href, locale } = useWords()
  const { revision, onlyChanges, kind } = usePage()
  const query = new URLSearchParams({ ...(onlyChanges && { only: 'changes' }), remark: field })
  return (
    <p className="remark-link">
      <a href={`${href(`/curation/${revision.id}`)}?${query}#field-${field}`}>
        {t('curation.remark')}
        <span className="visually-hidden">: {labelOf(locale, kind, field)}</span>
      </a>
    </p>
  )
}

/** What a field says, also in other languages. */
function FieldValue({ one }: { readonly one: CuratedField }) {
  const { t } = useWords()
  const { kind, language, titles } = usePage()
  const { key } = one.field
  const control = fieldOf(kind, key)?.control
  const value = fromJson(one.value)
  if (!control || isBlank(value))
    return (
      <p className={one.isMissing ? 'answer-missing' : 'quiet'}>
        {t(one.isMissing ? 'writing.missing' : 'curation.blank')}
      </p>
    )
  const { [language]: _, ...others } =
    control.type === 'text' && control.localized ? textsOf(value, language) : {}
  return (
    <>
      <div className="curated-value">
        <ValueView {...{ kind, control, value, language, titles }} path={key} />
      </div>
      <OtherLanguages texts={others} />
    </>
  )
}

function OtherLanguages({ texts }: { readonly texts: ReturnType<typeof textsOf> }) {
  const { t, locale, language, list } = useWords()
  const tags = Object.keys(texts)
  if (tags.length === 0) return null
  return (
    <Fold title={t('writing.inLanguages', { languages: list(tags.map(language)) })}>
      <dl className="answer-parts">
        {tags.map((tag) => (
          <div key={tag}>
            <dt>{language(tag)}</dt>
            <dd className="written" lang={foreignLang(locale, tag)}>
              {texts[tag]?.text}
            </dd>
          </div>
        ))}
      </dl>
    </Fold>
  )
}
