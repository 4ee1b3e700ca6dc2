import { z } from 'zod'
import { isIdOf } from './id.ts'
import { LanguageTag } from './text.ts'

/** What ids of attachments begin with: `file_…`. */
export const attachmentPrefix = 'file'

/** An attachment's public id. */
export const AttachmentId = z
  .string()
  .refine((id) => isIdOf(attachmentPrefix, id), 'is not the id of an attachment')

export const attachmentKinds = ['image', 'pdf'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

/** `pending`: only those who work on it see it. `public`: whoever may read its entry does. `removed`: nobody does, and its bytes go. */
export const attachmentStates = ['pending', 'public', 'removed'] as const
export type AttachmentState = (typeof attachmentStates)[number]

/** Under which terms others may use an attachment, the most open first; SPDX ids, and one for what may be seen here only. */
export const attachmentLicences = [
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-SA-4.0',
  'all-rights-reserved',
] as const
export type AttachmentLicence = (typeof attachmentLicences)[number]

/** Most attachments of one entry. */
export const mostAttachments = 40

/** Most bytes that what one member sent may take, as it is kept. */
export const mostBytesOfMember = 500_000_000

/** For how long what was sent may belong to nothing. */
export const unattachedHours = 24

/** Characters that cannot be seen, or that turn around what stands beside them. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu
/** What a path or a mark-up is made of. */
const marks = /[\\/:*?"<>|]/g

const longestName = 100

/** A file's name as it may be shown: the last part of whatever path it came with, only of what can be seen, and not too long. */
export const cleanFileName = (given: string): string => {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const plain = last.replace(unseen, '').replace(marks, ' ').replace(/\s+/g, ' ')
  const bare = plain.replace(/^[ .]+|[ .]+$/g, '')
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(bare)?.[0] ?? ''
  const signs = Array.from(bare.slice(0, bare.length - ending.length))
  return `${signs.slice(0, longestName - ending.length).join('')}${ending}` || 'file'
}

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `is longer than ${max} characters`)
    .refine((text) => text.search(unseen) === -1, 'holds characters that cannot be seen')

/** What is said of an attachment in one language, and who has the rights. Without any of it nothing is shown. */
export const AttachmentChange = z.strictObject({
  id: AttachmentId,
  /** The entry it is to belong to, for one that belongs to none yet. */
  entry: z.string().optional(),
  language: LanguageTag,
  /** What an image shows, for those who do not see it; what a PDF is called. */
  alternativeText: line(300).min(1, 'is empty'),
  caption: line(500).default(''),
  rightsHolder: line(200).min(1, 'is empty'),
  licence: z.enum(attachmentLicences),
})
export type AttachmentChange = z.infer<typeof AttachmentChange>
