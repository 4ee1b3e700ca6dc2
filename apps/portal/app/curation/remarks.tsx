import { Intent } from '../account/account-sections.tsx'
import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/fold.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { usePage, useSent } from './page-context.tsx'
import type { Remark } from './revision.query.ts'

/** What was remarked on a field, with what can be done about it. */
export function Remarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null
  return (
    <div className="remarks">
      {remarks.map((remark) => (
        <RemarkView key={remark.id} remark={remark} />
      ))}
    </div>
  )
}

function Said({ by, at }: Pick<Remark['replies'][number], 'by' | 'at'>) {
  const { t, date } = useWords()
  return (
    <p className="remark-by">
      <strong>{by?.name ?? t('writing.formerMember')}</strong> <span className="quiet">{date(at)}</span>
    </p>
  )
}

function RemarkView({ remark }: { readonly remark: Remark }) {
  const { t, locale, language } = useWords()
  const { revision, viewer, curates } = usePage()
  const { id, state, text, suggestion, replies, by } = remark
  const isOpen = state === 'OPEN'
  const canRemark = revision.viewerCan.includes('REMARK')
  return (
    <div id={id} className={isOpen ? 'remark' : 'remark remark-settled'}>
      <Said {...remark} />
      <p className="written" lang="">
        {text}
      </p>
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
          <p className="written" lang="">
            {reply.text}
          </p>
        </div>
      ))}
      {isOpen ? null : <p className="hint">{t(`writing.remark_${state}`)}</p>}
      {isOpen && canRemark ? <Answer id={id} canResolve={curates || by?.id === viewer} /> : null}
    </div>
  )
}

function Answer({ id, canResolve }: { readonly id: string; readonly canResolve: boolean }) {
  const { t } = useWords()
  const sent = useSent('reply')
  const isBack = sent.value('remark') === id
  return (
    <div className="remark-acts">
      {canResolve ? (
        <form method="post">
          <Intent value="resolve" />
          <Button look="quiet" name="remark" value={id}>
            {t('curation.resolve')}
          </Button>
        </form>
      ) : null}
      <Fold title={t('writing.reply')} open={isBack}>
        <form method="post" className="form-fields">
          <Intent value="reply" />
          <input type="hidden" name="remark" value={id} />
          <TextArea
            id={isBack ? 'text' : `reply-${id}`}
            name="text"
            label={t('writing.yourReply')}
            rows={3}
            error={isBack ? sent.error('text') : undefined}
            maxLength={4000}
          />
          <p>
            <Button look="secondary">{t('writing.sendReply')}</Button>
          </p>
        </form>
      </Fold>
    </div>
  )
}
