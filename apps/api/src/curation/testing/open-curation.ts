import { schema } from '@hansa/db'
import { newId } from '@hansa/domain/id'
import { openPeople, type People, type Person } from '../../member/testing/open-people.ts'
import { buildPractice, idOf, save, saveWorld } from '../../testing/world.ts'

export const league = idOf('network', 'league')
export const board = idOf('organisation', 'board')
export const malmo = idOf('city', 'malmo')

const source = { citation: 'A report', url: 'https://example.org/report' }

/** Everything that is required of a practice, in the network of the world. */
export const wholePractice = {
  title: 'Evening classes for parents',
  strapline: 'Language classes while the children play',
  summary: 'Parents learn the language in the school of their children.',
  challenge: 'Parents of small children reach no classes.',
  objectives: 'Every parent finds a class.',
  solution: [{ text: 'Open the school in the evening', actor: 'the school' }],
  difficulties: 'Rooms were locked at first.',
  leadOrganisation: board,
  city: malmo,
  networks: [league],
  governanceLevel: 'governance-level/one',
  policyAreas: ['policy-area/housing'],
  measureTypes: ['measure-type/one'],
  targetGroups: ['target-group/one'],
  start: '2024-02',
  stage: 'running',
  participationLevel: 'participation-level/one',
  participationHow: 'Parents choose the topics.',
  notMeasured: true,
  preconditions: [{ type: 'staff', text: 'Two teachers' }],
  contact: { organisation: 'Housing Board' },
  sources: [source],
}

const publishedPractice = {
  title: { en: { text: 'A key for all', origin: 'human' }, de: { text: 'Ein Schlüssel', origin: 'machine' } },
  summary: 'The city rents flats and lets them to newcomers.',
  city: malmo,
  leadOrganisation: board,
  networks: [league],
  policyAreas: ['policy-area/housing'],
  solution: [{ text: 'Rent flats' }],
}

export const shownRevision =
  'id entryId state turn version publishAt isNew title { value } viewerCan conflicts'
const outcome = `problems { field code message } clashes { field theirs by { name } } revision { ${shownRevision} }`

type Shown = {
  id: string
  entryId: string
  state: string
  turn: string
  version: number
  publishAt: string | null
  isNew: boolean
  viewerCan: string[]
  conflicts: string[]
}

/** What a mutation of a revision answered, or the code of the error that it ended with. */
export type Came = {
  code: string | null
  problems: { field: string; code: string; message: string }[]
  clashes: { field: string; theirs: string | null; by: { name: string } | null }[]
  revision: Shown | null
}

export type Curation = People & {
  /** Somebody who is nothing but a member. */
  author: Person
  /** Two who run the network that the practices name. */
  curator: Person
  colleague: Person
  /** Somebody who shows herself and offers to review. */
  reviewer: Person
  /** Runs a mutation of a revision with its arguments as written in GraphQL. */
  run(who: Pick<Person, 'ask'>, call: string, variables?: object): Promise<Came>
  /** Begins a practice. */
  start(who?: Person, values?: object): Promise<Shown>
  save(who: Person, id: string, version: number, values: object): Promise<Came>
  /** A practice that was begun, submitted and taken up. */
  inReview(values?: object): Promise<Shown>
  /** The same, accepted. */
  accepted(values?: object): Promise<Shown>
  /** Answers every question of the usual checklist with yes. */
  check(id: string, who?: Person): Promise<Came>
  /** A picture that the author of an entry sent for it and described; nobody sees it before the entry is published. */
  picture(entryId: string): Promise<string>
  /** A new practice that is published, in the network and led by the organisation of the world. */
  published(input?: object): Promise<string>
}

/** A key that no entry of a test has yet, and that can be its slug. */
export const newKey = (): string => newId('test').replace('_', '-')

const items = ['no-empty-section', 'gender-and-diversity', 'participation', 'evidence']

const must = (came: Came): Shown => {
  if (!came.revision || came.problems.length > 0) throw new Error(JSON.stringify(came))
  return came.revision
}

/** An API with the world in it, and people who write, review and curate. */
export const openCuration = async (options: Parameters<typeof openPeople>[0] = {}): Promise<Curation> => {
  const t = await openPeople(options)
  await saveWorld(t.database.db)
  const people = {
    author: await t.person({ name: 'Anna Berg' }),
    curator: await t.person({ name: 'Clara Curator', at: [{ entry: league, function: 'curator' }] }),
    colleague: await t.person({ name: 'Carl Colleague', at: [{ entry: league, function: 'curator' }] }),
    reviewer: await t.person({ name: 'Rana Reviewer', profile: { offers: ['reviewing'] } }),
  }
  const c: Curation = {
    ...t,
    ...people,
    async run(who, call, variables) {
      const { data, errors } = await who.ask(
        `mutation ${variables ? '($v: String!)' : ''} { it: ${call} { ${outcome} } }`,
        variables,
      )
      const code = (errors[0]?.extensions.code as string | undefined) ?? null
      return { problems: [], clashes: [], revision: null, ...data?.it, code: code ?? null }
    },
    start: async (who = c.author, values = wholePractice) =>
      must(await c.run(who, 'startEntry(kind: PRACTICE, values: $v)', { v: JSON.stringify(values) })),
    save: (who, id, version, values) =>
      c.run(who, `saveRevision(id: "${id}", version: ${version}, values: $v)`, { v: JSON.stringify(values) }),
    async inReview(values = wholePractice) {
      const { id } = await c.start(c.author, values)
      must(await c.run(c.author, `submitRevision(id: "${id}")`))
      return must(await c.run(c.curator, `takeUpRevision(id: "${id}")`))
    },
    async accepted(values = wholePractice) {
      const { id } = await c.inReview(values)
      must(await c.check(id))
      return must(await c.run(c.curator, `acceptRevision(id: "${id}")`))
    },
    check: (id, who = c.curator) =>
      c.run(
        who,
        `answerChecklist(id: "${id}", answers: [${items.map((item) => `{ item: "${item}", answer: MET }`)}])`,
      ),
    async picture(entryId) {
      const id = newId('file')
      const rendition = { sha256: '0'.repeat(64), bytes: 1, width: 1, height: 1 }
      await t.database.db.insert(schema.attachment).values({
        id,
        entryId,
        kind: 'image',
        name: 'yard.jpg',
        ...rendition,
        renditions: [rendition],
        licence: 'CC-BY-4.0',
        createdBy: c.author.id,
        createdAt: t.now(),
        storedAt: t.now(),
      })
      const { data } = await c.author.ask(
        `mutation { saveAttachment(id: "${id}", language: "en", alternativeText: "A yard", rightsHolder: "City", licence: "CC-BY-4.0") { attachment { state } } }`,
      )
      if (data.saveAttachment.attachment.state !== 'PENDING') throw new Error(JSON.stringify(data))
      return id
    },
    async published(input = {}) {
      const key = newKey()
      await save(t.database.db, buildPractice(key, { ...publishedPractice, ...input }))
      return idOf('practice', key)
    },
  }
  return c
}

/** The rows of steps, as far as they tell who did what. */
export const stepsOf = async (c: Curation, entryId: string) =>
  (await c.database.db.select().from(schema.revisionStep).orderBy(schema.revisionStep.seq))
    .filter((row) => row.entryId === entryId)
    .map(({ step, actor }) => [step, actor])
