import { langOf } from '../entry/text.ts'
import { useWords } from '../i18n/use-words.tsx'
import type { Attachment } from './attachment.fields.ts'

export interface AttachmentImageProps {
  readonly attachment: Attachment
  /** How wide it is shown, as `sizes` of HTML says it. */
  readonly sizes: string
}

/** An image in the width that fits, with its place kept free until it is there. */
export function AttachmentImage({ attachment, sizes }: AttachmentImageProps) {
  const { locale } = useWords()
  const { path, images, width, height, alternativeText } = attachment
  return (
    <img
      src={path}
      srcSet={images.map((image) => `${image.path} ${image.width}w`).join(', ')}
      sizes={sizes}
      width={width ?? undefined}
      height={height ?? undefined}
      alt={alternativeText?.value ?? ''}
      lang={langOf(locale, alternativeText)}
      loading="lazy"
      decoding="async"
    />
  )
}
