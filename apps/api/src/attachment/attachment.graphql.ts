import { type AttachmentKind, type AttachmentState, attachmentLicences } from '@hansa/domain/attachment'
import { DoneType, type Outcome, outcomeOf, outcomeType } from '../account/outcome.graphql.ts'
import type { Context } from '../context.ts'
import { Entry } from '../entry/entry.graphql.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { reads } from '../graphql/shown-columns.ts'
import { text } from '../graphql/text.ts'
import { filePathOf } from './attachment.address.ts'
import type { AttachmentRow } from './attachment.rows.ts'
import { attachmentsAt, removeAttachment, saveAttachment } from './attachment.service.ts'

const KindEnum = enumOf<AttachmentKind>('AttachmentKind', 'What an attachment is.', {
  image: 'An image, as WebP in several widths.',
  pdf: 'A PDF.',
})

const StateEnum = enumOf<AttachmentState>('AttachmentState', 'Who may see an attachment.', {
  pending: 'Those who work on it.',
  public: 'Whoever may read its entry.',
  removed: 'Nobody.',
})

const urlOf = (ctx: Context, row: AttachmentRow, rendition: AttachmentRow['renditions'][number]) =>
  `${ctx.publicUrl}${filePathOf(row, rendition)}`

type Image = { row: AttachmentRow; rendition: AttachmentRow['renditions'][number] }
const ImageType = builder.objectRef<Image>('AttachmentImage').implement({
  description: 'An image in one width.',
  fields: (t) => ({
    width: t.int({ description: 'In pixels.', resolve: ({ rendition }) => rendition.width ?? 0 }),
    height: t.int({ description: 'In pixels.', resolve: ({ rendition }) => rendition.height ?? 0 }),
    path: t.string({
      description: 'Its path on this site.',
      resolve: ({ row, rendition }) => filePathOf(row, rendition),
    }),
    url: t.string({
      description: 'Its full address. What is there never changes.',
      resolve: ({ row, rendition }, _, ctx) => urlOf(ctx, row, rendition),
    }),
  }),
})

/** The largest rendition, which stands for the whole. */
const largestOf = (row: AttachmentRow): AttachmentRow['renditions'][number] => {
  const largest = row.renditions.at(-1)
  if (!largest) throw new Error('an attachment has no rendition')
  return largest
}

const AttachmentType = builder.objectRef<AttachmentRow>('Attachment').implement({
  description: 'An image or PDF of an entry.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Public id; never changes and is never reused.' }),
    kind: t.field({ type: KindEnum, description: 'What it is.', resolve: (row) => row.kind }),
    name: t.exposeString('name', { description: 'What its sender called the file.' }),
    bytes: t.int({
      description: 'Size of the PDF, or of the image at its widest.',
      resolve: (row) => largestOf(row).bytes,
    }),
    width: t.exposeInt('width', { nullable: true, description: 'Of an image at its widest, in pixels.' }),
    height: t.exposeInt('height', { nullable: true, description: 'Of an image at its widest, in pixels.' }),
    alternativeText: t.field(
      text(
        'What an image shows, for those who do not see it; what a PDF is called.',
        (row: AttachmentRow) => row.alternativeText,
      ),
    ),
    caption: t.field(text('What is said below it.', (row: AttachmentRow) => row.caption)),
    rightsHolder: t.exposeString('rightsHolder', { nullable: true, description: 'Who has the rights.' }),
    licence: t.exposeString('licence', {
      description:
        'Under which terms others may use it: an SPDX id, or `all-rights-reserved` for what may be seen here and is to be asked for.',
    }),
    path: t.string({
      description: 'Path on this site of the PDF, or of the image at its widest.',
      resolve: (row) => filePathOf(row, largestOf(row)),
    }),
    url: t.string({
      description: 'Its full address. What is there never changes.',
      resolve: (row, _, ctx) => urlOf(ctx, row, largestOf(row)),
    }),
    images: t.field({
      type: [ImageType],
      description: 'The image in every width there is, the smallest first; empty for a PDF.',
      resolve: (row) => (row.kind === 'image' ? row.renditions.map((rendition) => ({ row, rendition })) : []),
    }),
    addedAt: t.string({
      description: 'When it was sent (ISO 8601, UTC).',
      resolve: (row) => row.createdAt.toISOString(),
    }),
  }),
})

const AttachmentAtType = builder.objectRef<AttachmentRow>('AttachmentAt').implement({
  description: 'An attachment as those who keep or review its entry see it.',
  fields: (t) => ({
    attachment: t.field({ type: AttachmentType, description: 'The attachment.', resolve: (row) => row }),
    state: t.field({ type: StateEnum, description: 'Who may see it.', resolve: (row) => row.state }),
  }),
})

builder.interfaceField(Entry, 'attachments', (t) =>
  t.field({
    type: [AttachmentType],
    description: 'Images and PDFs that were sent for it and are public, the oldest first.',
    ...reads(),
    resolve: ({ id }, _, ctx) => ctx.loaders.publicAttachments.load(id),
  }),
)

const OutcomeType = outcomeType<AttachmentRow>('AttachmentOutcome', 'What became of an attachment.')
builder.objectField(OutcomeType, 'attachment', (t) =>
  t.field({
    type: AttachmentAtType,
    nullable: true,
    description: 'The attachment as it is now.',
    resolve: (outcome: Outcome<AttachmentRow>) => outcome.result,
  }),
)

builder.queryFields((t) => ({
  attachmentsAt: t.field({
    type: [AttachmentAtType],
    description:
      'All attachments of an entry, also those that are not public yet, for those who keep it or review it. The oldest first.',
    args: { entry: t.arg.id({ required: true, description: 'Id of the entry.' }) },
    complexity: { field: 1, multiplier: 20 },
    resolve: (_, { entry }, ctx) => attachmentsAt(ctx, entry),
  }),
}))

builder.mutationFields((t) => ({
  saveAttachment: t.field({
    type: OutcomeType,
    description:
      'Says what a file shows and who has the rights; without that it is shown to nobody. Files are sent by `POST /files`.',
    args: {
      id: t.arg.id({ required: true, description: 'Id of the attachment.' }),
      entry: t.arg.id({
        description: 'Id of the entry it is to belong to; needed once, when it was sent for none.',
      }),
      language: t.arg.string({
        required: true,
        description: 'Language of the texts (BCP 47). Those in others stay.',
      }),
      alternativeText: t.arg.string({
        required: true,
        description:
          'What an image shows, for those who do not see it; what a PDF is called. At most 300 characters.',
      }),
      caption: t.arg.string({ description: 'What is said below it; at most 500 characters.' }),
      rightsHolder: t.arg.string({
        required: true,
        description: 'Who has the rights; at most 200 characters.',
      }),
      licence: t.arg.string({
        required: true,
        description: `Under which terms others may use it: ${attachmentLicences.join(', ')}.`,
      }),
    },
    resolve: (_, { entry, caption, ...input }, ctx) =>
      outcomeOf(() => saveAttachment(ctx, { ...input, entry: entry ?? undefined, caption: caption ?? '' })),
  }),
  removeAttachment: t.field({
    type: DoneType,
    description: 'Takes an attachment away.',
    args: { id: t.arg.id({ required: true, description: 'Id of the attachment.' }) },
    resolve: (_, { id }, ctx) => outcomeOf(() => removeAttachment(ctx, id)),
  }),
}))
