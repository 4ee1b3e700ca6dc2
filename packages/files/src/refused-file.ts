import { HansaError } from '@hansa/domain/errors'

/** Why a file is not taken, with the sentence for whoever sent it. */
const sentences = {
  empty: 'The file is empty.',
  'too-large': 'The file is too large: images may have 10 MB, PDFs 20 MB.',
  type: 'The file is none of those taken here: JPEG, PNG, WebP or PDF. Its name does not count, its content does.',
  broken: 'The file cannot be read: it is damaged or cut off.',
  'too-many-pixels': 'The image has too many pixels; make it smaller, to 60 megapixels at most.',
  'too-heavy': 'The file takes too much work to read; save it anew in a simpler way.',
  encrypted: 'The PDF is protected with a password or encrypted; save it without protection.',
  active:
    'The PDF holds scripts, forms that send data, media or other files; save it as a plain document, for example by printing it to PDF.',
} as const

export type RefusalReason = keyof typeof sentences

export const refusalReasons = Object.keys(sentences) as RefusalReason[]

/** A file that is not taken for what it is. */
export class RefusedFile extends HansaError {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason) {
    super('FILE_REFUSED', sentences[reason])
    this.reason = reason
  }
}
