import { langOf } from '../entry/text.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/callout.tsx'
import { Field } from '../ui/field.tsx'
import { Section } from '../ui/section.tsx'
import { AttachmentImage } from './attachment-image.tsx'
import type { AttachmentAt } from './attachments.query.ts'
import type { AttachmentsState, SentTexts } from './attachments.server.ts'
import { licenceName, sizeText } from './file-words.ts'

export interface AttachmentsFormProps extends AttachmentsState {
  /** Id of the entry the files belong to. */
  readonly entry: string
  /** Path of the page this stands on, without its language: its action gets what is sent but the files themselves. */
  readonly path: string
  /** What was sent and could not be saved. */
  readonly sent?: SentTexts | undefined
}

/**
 * Sends files for an entry, describes them and takes them away; complete without JavaScript. It has forms of its own, so it
 * stands beside those of a page and not in them. The page shows `problems` in its summary, loads with `loadAttachments` and acts
 * with `actOnAttachments`.
 */
export function AttachmentsForm(props: AttachmentsFormProps) {
  const { t } = useWords()
  const { files, notice, language, licences } = props
  return (
    <>
      {notice && props.problems.length === 0 ? <Notice>{t(`file.${notice}`)}</Notice> : null}
      <Section id="send-file" title={t('file.send')}>
        <SendForm {...props} />
      </Section>
      <Section id="files" title={t('file.list')}>
        {files.length === 0 ? (
          <p>{t('file.none')}</p>
        ) : (
          <>
            <LanguageForm {...props} />
            <ul className="plain-list attachment-forms">
              {files.map((file) => (
                <li key={file.attachment.id}>
                  <FileForm file={file} language={language} licences={licences} {...stateOf(props, file)} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
    </>
  )
}

const errorAt = ({ problems }: Pick<AttachmentsState, 'problems'>, field: string) =>
  problems.find((problem) => problem.field === field)?.message

const stateOf = ({ sent, problems }: AttachmentsFormProps, { attachment }: AttachmentAt) => ({
  problems,
  sent: sent?.id === attachment.id ? sent : undefined,
})

/** The file goes to the API itself, which leads back here. */
function SendForm({ entry, path, language, problems }: AttachmentsFormProps) {
  const { t, href } = useWords()
  const back = `${href(path)}?${new URLSearchParams({ language })}`
  return (
    <form
      method="post"
      action={`/files?${new URLSearchParams({ entry, back })}`}
      encType="multipart/form-data"
      className="form-fields"
    >
      <Field
        name="file"
        type="file"
        label={t('file.choose')}
        hint={t('file.chooseHint')}
        error={errorAt({ problems }, 'file')}
        accept="image/jpeg,image/png,image/webp,application/pdf"
      />
      <p>
        <Button>{t('file.upload')}</Button>
      </p>
    </form>
  )
}

function LanguageForm({ path, language, languages }: AttachmentsFormProps) {
  const { t, href, language: nameOf } = useWords()
  return (
    <form method="get" action={href(path)} className="attachment-language">
      <Field
        name="language"
        label={t('file.language')}
        value={language}
        options={languages.map((tag) => ({ value: tag, label: nameOf(tag) }))}
      />
      <p>
        <Button look="secondary">{t('file.changeLanguage')}</Button>
      </p>
    </form>
  )
}

/** A text in the language that is being written; what there is in another is not offered as if it were. */
const inLanguage = (text: AttachmentAt['attachment']['ownText'], language: string): string =>
  text?.language === language ? text.value : ''

interface FileFormProps {
  readonly file: AttachmentAt
  readonly language: string
  readonly licences: readonly string[]
  readonly sent: SentTexts | undefined
  readonly problems: AttachmentsState['problems']
}

function FileForm({ file: { attachment, state }, language, licences, sent, problems }: FileFormProps) {
  const { t, locale } = useWords()
  const { id, kind, name, path, bytes } = attachment
  const nameOf = (field: string) => `${field}-${id}`
  const isImage = kind === 'IMAGE'
  return (
    <div className="attachment-form">
      <div className="attachment-preview">
        {isImage ? <AttachmentImage attachment={attachment} sizes="14rem" /> : null}
        <p>
          <a href={path} lang="">
            {name}
          </a>{' '}
          <span className="attachment-rights">
            {isImage ? sizeText(locale, bytes) : t('file.pdf', { size: sizeText(locale, bytes) })}
          </span>
        </p>
        <p className={state === 'PUBLIC' ? 'hint' : 'attachment-pending'}>
          {t(state === 'PUBLIC' ? 'file.public' : 'file.pending')}
        </p>
      </div>
      <form method="post" className="form-fields" aria-label={name}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="language" value={language} />
        <Field
          name={nameOf('alternativeText')}
          label={t(isImage ? 'file.imageText' : 'file.pdfText')}
          hint={isImage ? t('file.imageTextHint') : undefined}
          value={sent?.alternativeText ?? inLanguage(attachment.ownText, language)}
          error={errorAt({ problems }, nameOf('alternativeText'))}
          lang={langOf(locale, { language })}
        />
        <Field
          name={nameOf('caption')}
          label={t('file.caption')}
          value={sent?.caption ?? inLanguage(attachment.ownCaption, language)}
          error={errorAt({ problems }, nameOf('caption'))}
          lang={langOf(locale, { language })}
        />
        <Field
          name={nameOf('rightsHolder')}
          label={t('file.rightsHolder')}
          hint={t('file.rightsHolderHint')}
          value={sent?.rightsHolder ?? attachment.rightsHolder ?? ''}
          error={errorAt({ problems }, nameOf('rightsHolder'))}
        />
        <Field
          name={nameOf('licence')}
          label={t('file.licence')}
          value={sent?.licence ?? attachment.licence}
          options={licences.map((licence) => ({
            value: licence,
            label: licenceName(locale, licence),
          }))}
        />
        <p className="attachment-buttons">
          <Button name="intent" value="save-file">
            {t('file.save')}
          </Button>
          <Button look="quiet" name="intent" value="remove-file">
            {t('file.remove')}
          </Button>
        </p>
      </form>
    </div>
  )
}
