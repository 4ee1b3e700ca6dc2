import { Name, Told } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'
import type { Attachment } from './attachment.fields.ts'
import { AttachmentImage } from './attachment-image.tsx'
import { licenceName, sizeText } from './file-words.ts'

/** Who has the rights, and under which terms others may use it. */
function Rights({ of: { rightsHolder, licence } }: { readonly of: Attachment }) {
  const { rich, locale } = useWords()
  return (
    <span className="attachment-rights">
      {rich('file.rights', {
        holder: <Name>{rightsHolder ?? ''}</Name>,
        licence: licenceName(locale, licence),
      })}
    </span>
  )
}

function Picture({ picture }: { readonly picture: Attachment }) {
  return (
    <figure className="attachment-figure">
      <a href={picture.path}>
        <AttachmentImage attachment={picture} sizes="(min-width: 46rem) 42rem, 100vw" />
      </a>
      <figcaption>
        {picture.caption ? (
          <>
            <Told text={picture.caption} />{' '}
          </>
        ) : null}
        <Rights of={picture} />
      </figcaption>
    </figure>
  )
}

function DocumentLink({ document }: { readonly document: Attachment }) {
  const { t, locale } = useWords()
  const { path, name, alternativeText, caption, bytes } = document
  return (
    <li>
      <a href={path}>{alternativeText ? <Told text={alternativeText} /> : <Name>{name}</Name>}</a>{' '}
      <span className="attachment-rights">{t('file.pdf', { size: sizeText(locale, bytes) })}</span>
      {caption ? (
        <p>
          <Told text={caption} />
        </p>
      ) : null}
      <p>
        <Rights of={document} />
      </p>
    </li>
  )
}

/** The images of an entry, then its documents; each with who has the rights. */
export function EntryAttachments({ attachments }: { readonly attachments: readonly Attachment[] }) {
  const pictures = attachments.filter(({ kind }) => kind === 'IMAGE')
  const documents = attachments.filter(({ kind }) => kind === 'PDF')
  return (
    <>
      {pictures.map((picture) => (
        <Picture key={picture.id} picture={picture} />
      ))}
      {documents.length > 0 ? (
        <ul className="plain-list attachment-documents">
          {documents.map((document) => (
            <DocumentLink key={document.id} document={document} />
          ))}
        </ul>
      ) : null}
    </>
  )
}
