import { type Db, schema } from '@hansa/db'
import { newId } from '@hansa/domain/id'
import { openStates } from '@hansa/domain/workflow'
import { inArray } from 'drizzle-orm'
import { readInput } from '../curation/published.ts'
import { askedOf, type Content } from '../curation/revision.content.ts'
import { build, idOf, save } from '../testing/world.ts'

/*
 * Revisions in every state that the matrix acts on: each of an entry of its own, all in the network and led by the organisation
 * of the matrix. The one under review is of its practice, which its reviewer reviews.
 */

const stages = ['draft', 'submitted', 'inReview', 'accepted', 'own', 'ownAccepted'] as const
type Stage = (typeof stages)[number]

/** What calls of the matrix can name of curation. */
export type CurationNames = {
  /** Revisions that the insider wrote, and two that whoever asks wrote herself. */
  revision: Readonly<Record<Stage, string>>
  /** Reviews of the one under review: of whoever asks, and of another. */
  review: Readonly<Record<'own' | 'another', string>>
  /** A remark on the draft that suggests a text, and one on what is under review, both by another. */
  remark: Readonly<Record<'onDraft' | 'inReview', string>>
  /** Entries that can be archived and restored. */
  entry: Readonly<Record<'published' | 'archived' | 'twin' | 'confirmable', string>>
}

const practice = idOf('practice', 'key')
const places: Readonly<Record<Stage, string>> = {
  draft: idOf('practice', 'm-draft'),
  submitted: idOf('practice', 'm-submitted'),
  inReview: practice,
  accepted: idOf('practice', 'm-accepted'),
  own: idOf('practice', 'm-own'),
  ownAccepted: idOf('practice', 'm-own-accepted'),
}
const entries = {
  published: idOf('practice', 'm-published'),
  archived: idOf('practice', 'm-archived'),
  twin: idOf('practice', 'm-twin'),
  confirmable: idOf('practice', 'm-confirmable'),
}
const states = {
  draft: 'draft',
  submitted: 'submitted',
  inReview: 'in_review',
  accepted: 'accepted',
  own: 'draft',
  ownAccepted: 'accepted',
} as const

const league = idOf('network', 'league')
const contents = new Map<Stage, Content>()

/** Fills the world with the entries that revisions are of. */
export const saveCurated = async (db: Db): Promise<void> => {
  const keys = [...Object.keys(places).filter((stage) => stage !== 'inReview'), ...Object.keys(entries)]
  const named: Record<string, string> = { ownAccepted: 'm-own-accepted' }
  await save(
    db,
    ...keys.map((key) =>
      build('practice', named[key] ?? `m-${key}`, {
        title: `Matrix ${key}`,
        networks: [league],
        leadOrganisation: idOf('organisation', 'board'),
      }),
    ),
  )
  for (const stage of stages)
    contents.set(stage, askedOf('practice', (await readInput(db, places[stage])) ?? {}))
  await db.insert(schema.networkRule).values({
    networkId: league,
    checklist: [{ key: 'one', label: { en: words('Is it?') }, help: { en: words('Or not?') } }],
    confirmMonths: 12,
    confirmMonthsEnded: 24,
    updatedAt: new Date(),
  })
}

const words = (text: string) => ({ text, origin: 'human' as const })

const contentOf = (stage: Stage) => {
  const published = contents.get(stage) ?? {}
  // Under review are changes, some of them beside changes of others, so that every field of it has something to show.
  if (stage !== 'inReview') return { base: published, content: published }
  const content = {
    ...published,
    title: { en: words('Flats for newcomers now'), de: words('Wohnungen') },
    summary: { en: words('Mine') },
    currency: 'euros',
  }
  return { base: { ...published, summary: { en: words('Before') } }, content }
}

/** Puts every revision back to its state, as if written just now: by `insider`, and the viewer's own by her. */
export const renewCuration = async (
  db: Db,
  { me, insider, other, now }: { me: string; insider: string; other: string; now: Date },
): Promise<CurationNames> => {
  const { affiliation, entry, remark, review, revision, revisionChange, revisionStep } = schema
  await db
    .update(revision)
    .set({ state: 'withdrawn' })
    .where(inArray(revision.state, [...openStates]))
  await db.delete(affiliation).where(inArray(affiliation.function, ['author']))
  await db
    .update(entry)
    .set({ state: 'published', featuredAt: null, lastConfirmedAt: null })
    .where(inArray(entry.id, Object.values(entries)))
  await db
    .update(entry)
    .set({ state: 'archived' })
    .where(inArray(entry.id, [entries.archived]))
  await db
    .update(entry)
    .set({ lastConfirmedAt: '2020-01-01', confirmationDueAt: '2021-01-01' })
    .where(inArray(entry.id, [entries.twin]))
  await db.delete(schema.entryRedirect)
  await db.update(schema.networkRule).set({ version: 1 })
  const isMember = me !== 'memb_000000000000'
  const ids = Object.fromEntries(stages.map((stage) => [stage, newId('revi')])) as Record<Stage, string>
  const answer = { answer: 'met' as const, note: 'Fine', by: other, at: now.toISOString() }
  const rows = stages.map((stage) => ({
    id: ids[stage],
    entryId: places[stage],
    state: states[stage],
    ...contentOf(stage),
    title: { en: words('Matrix') },
    titleKey: 'matrix',
    checklist: { one: answer },
    createdBy: stage.startsWith('own') && isMember ? me : insider,
    createdAt: now,
    updatedAt: now,
    since: now,
    submittedAt: stage === 'draft' || stage === 'own' ? null : now,
    publishAt: stage === 'inReview' ? now : null,
  }))
  await db.insert(revision).values(rows)
  await db.insert(revisionChange).values(
    rows.map(({ id, createdBy }) => ({
      revisionId: id,
      version: 1,
      memberId: createdBy,
      at: now,
      before: {},
      after: {},
    })),
  )
  await db.insert(revisionStep).values({
    entryId: practice,
    revisionId: ids.inReview,
    step: 'assign',
    from: 'submitted',
    to: 'in_review',
    at: now,
    actor: other,
    actingFor: league,
    reason: 'Because',
    otherId: insider,
    publishAt: now,
  })
  const asked = { assignedBy: other, assignedAt: now, text: 'Good', recommendation: 'publish' as const }
  const [own, another] = [newId('revw'), newId('revw')]
  await db.insert(review).values([
    ...(isMember ? [{ ...asked, id: own, revisionId: ids.inReview, reviewerId: me, answers: {} }] : []),
    {
      ...asked,
      id: another,
      revisionId: ids.inReview,
      reviewerId: other,
      answers: { one: answer },
      givenAt: now,
    },
  ])
  const remarks = { onDraft: newId('rmrk'), inReview: newId('rmrk') }
  const reply = { by: insider, at: now.toISOString(), text: 'Yes' }
  const said = {
    text: 'Say more',
    suggestion: { language: 'en', text: 'More' },
    replies: [reply],
    createdBy: other,
  }
  await db.insert(remark).values([
    { ...said, id: remarks.onDraft, revisionId: ids.draft, field: 'summary', createdAt: now },
    { ...said, id: remarks.inReview, revisionId: ids.inReview, field: 'summary', createdAt: now },
  ])
  return { revision: ids, review: { own, another }, remark: remarks, entry: entries }
}
