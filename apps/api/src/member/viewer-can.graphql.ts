import { type Action, can, type Subject } from '@hansa/domain/permissions'
import { subjectAt } from '../affiliation/affiliation.rows.ts'
import type { Context } from '../context.ts'
import { builder } from '../graphql/builder.ts'

/** `affiliation.decide` is `AFFILIATION_DECIDE`, `ownership.handOver` is `OWNERSHIP_HAND_OVER`. */
const nameOf = (action: string): string =>
  action
    .replace(/[A-Z]/g, (letter) => `_${letter}`)
    .replace('.', '_')
    .toUpperCase()

const descriptions: Readonly<Record<Action, string>> = {
  'entry.read': 'Read an entry.',
  'entry.save': 'Save an entry.',
  'concept.save': 'Save a vocabulary.',
  'file.read': 'Read an image or PDF of an entry that is not public yet.',
  'file.upload': 'Send an image or PDF.',
  'file.change': 'Add images and PDFs to an entry, describe them, take them away.',
  'instance.export': 'Export the whole instance.',
  'instance.import': 'Import a whole instance.',
  'account.read': 'Read a member’s account.',
  'account.change': 'Change a member’s account.',
  'directory.read': 'Look members up.',
  'profile.change': 'Change a member’s profile.',
  'profile.consent': 'Agree that a profile is shown, or take that back.',
  'member.contact': 'Write to a member.',
  'member.export': 'Export what is kept about a member.',
  'member.erase': 'Erase a member.',
  'affiliation.request': 'Ask that a member belongs to an entry.',
  'affiliation.decide': 'Confirm or refuse that a member belongs to an entry.',
  'affiliation.end': 'End that a member belongs to an entry.',
  'affiliation.list': 'Read who belongs to an entry, and who waits to.',
  'ownership.handOver': 'Hand an entry over to another of its members.',
  'review.appoint': 'Make somebody a reviewer of an entry.',
  'entry.start': 'Begin a new entry.',
  'entry.curate': 'Archive, restore, feature or merge an entry.',
  'entry.confirm': 'Confirm that an entry still holds.',
  'revision.start': 'Begin to improve an entry.',
  'revision.read': 'Read what is being written of an entry.',
  'revision.write': 'Write what an entry is to say.',
  'revision.curate': 'Decide about what others wrote of an entry.',
  'revision.remark': 'Remark on what others wrote of an entry.',
  'review.write': 'Write one’s own review.',
  'curation.read': 'Read what waits to be curated.',
  'curation.bulk': 'Do the same to many entries at once.',
  'curation.rule': 'Set how a network curates.',
  'people.read': 'Read who has an account.',
  'people.change': 'Suspend a member, or make her an administrator.',
  'audit.read': 'Read what was done to an entry or a member.',
  'news.read': 'Read what a member is told and follows.',
  'news.change': 'Change what a member follows, and how she is written to.',
}

const ActionEnum = builder.enumType('Action', {
  description: 'What somebody may or may not do.',
  values: Object.fromEntries(
    Object.entries(descriptions).map(([action, description]) => [
      nameOf(action),
      { value: action as Action, description },
    ]),
  ),
})

/** What is known of what would be acted on. Of what the viewer may not see nothing is, so nothing about it is told. */
const subjectFor = async (
  ctx: Context,
  { entry, member }: { entry?: string | null | undefined; member?: string | null | undefined },
): Promise<Subject> => {
  const found = entry ? await ctx.loaders.entry.load(entry) : null
  return {
    ...(entry && (await subjectAt(ctx.db, entry))),
    ...(found && { kind: found.kind, state: found.state }),
    ...(member && { member }),
  }
}

builder.queryFields((t) => ({
  viewerCan: t.boolean({
    description:
      'Whether whoever asks may do something: the same rule the API applies when she does it. Tells nothing about whether what is named exists.',
    args: {
      action: t.arg({ type: ActionEnum, required: true, description: 'What she would do.' }),
      entry: t.arg.id({ description: 'Id of the entry it would be done to or at.' }),
      member: t.arg.id({ description: 'Id of the member it would be done to.' }),
    },
    resolve: async (_, { action, ...subject }, ctx) =>
      can(ctx.viewer, action, await subjectFor(ctx, subject)),
  }),
}))
