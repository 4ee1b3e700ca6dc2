import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/fold.tsx'
import { useError } from './form-context.tsx'
import type { Remark } from './writing.query.ts'

/** What others remarked on a field, with what one can do about it; its buttons save the page as well. */
export function Remarks({
  remarks,
  canWrite,
}: {
  readonly remarks: readonly Remark[]
  readonly canWrite: boolean
}) {
  if (remarks.length === 0) return null
  return (
    <div className="remarks">
      {remarks.map((remark) => (
        <RemarkView key={remark.id} remark={remark} canWrite={canWrite} />
      ))}
    </div>
  )
}

function Said({ by, at }: { readonly by: { readonly name: string | null } | null; readonly at: string }) {
  const { t, date } = useWords()
  return (
    <p className="remark-by">
      <strong>{by?.name ?? t('writing.formerMember')}</strong> <span className="quiet">{date(at)}</span>
    </p>
  )
}

function RemarkView({ remark, canWrite }: { readonly remark: Remark; readonly canWrite: boolean }) {
  const { t, locale, language } = useWords()
  const { id, state, text, suggestion, replies } = remark
  const error = useError(id)
  const isOpen = state === 'OPEN'
  return (
    <div id={id} className={isOpen ? 'remark' : 'remark remark-settled'} tabIndex={-1}>
      <Said {...remark} />
      <p className="written">{text}</p>
      {error ? <p className="field-error">{error}</p> : null}
      {suggestion ? (
        <figure className="suggestion">
          <figcaption className="hint">
            {t('writing.suggests', { language: language(suggestion.language) })}
          </figcaption>
          <blockquote className="written" lang={foreignLang(locale, suggestion.language)}>
            {suggestion.text}
          </blockquote>
        </figure>
      ) : null}
      {replies.map((reply) => (
        <div key={reply.at} className="remark-reply">
          <Said {...reply} />
          <p className="written">{reply.text}</p>
        </div>
      ))}
      {isOpen ? null : <p className="hint">{t(`writing.remark_${state}`)}</p>}
      {isOpen && canWrite ? <Answer id={id} suggests={suggestion !== null} /> : null}
    </div>
  )
}

function Answer({ id, suggests }: { readonly id: string; readonly suggests: boolean }) {
  const { t } = useWords()
  const error = useError(`reply-${id}`)
  return (
    <div className="remark-answer">
      {suggests ? (
        <Button look="secondary" name="intent" value={`accept:${id}`}>
          {t('writing.acceptSuggestion')}
        </Button>
      ) : null}
      <Fold title={t('writing.reply')} open={error !== undefined}>
        <div className={error ? 'field field-invalid' : 'field'}>
          <label htmlFor={`reply-${id}`}>{t('writing.yourReply')}</label>
          {error ? <p className="field-error">{error}</p> : null}
          <textarea id={`reply-${id}`} name={`reply-${id}`} rows={2} />
        </div>
        <Button look="secondary" name="intent" value={`reply:${id}`}>
          {t('writing.sendReply')}
        </Button>
      </Fold>
    </div>
  )
}
