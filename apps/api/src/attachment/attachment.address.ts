import type { schema } from '@hansa/db'
import { slugFrom } from '@hansa/domain/slug'
import type { AttachmentRow } from './attachment.rows.ts'

type Rendition = (typeof schema.attachment.$inferSelect)['renditions'][number]
type Named = Pick<AttachmentRow, 'id' | 'kind' | 'name' | 'renditions'>

/** What a PDF is called in its address and when it is saved: letters, digits and hyphens of the name it came with. */
const pdfName = (name: string): string => `${slugFrom(name.replace(/\.[^.]*$/, '')) || 'document'}.pdf`

/** What a rendition is called in its address. */
export const fileNameOf = ({ kind, name }: Named, { width }: Rendition): string =>
  kind === 'pdf' ? pdfName(name) : `${width}.webp`

/** The path of a rendition. What is there never changes: something else gets another id. */
export const filePathOf = (attachment: Named, rendition: Rendition): string =>
  `/files/${attachment.id}/${fileNameOf(attachment, rendition)}`

/** The rendition that a name in an address means; null for any other name. */
export const renditionNamed = (attachment: Named, fileName: string): Rendition | null =>
  attachment.renditions.find((rendition) => fileNameOf(attachment, rendition) === fileName) ?? null
