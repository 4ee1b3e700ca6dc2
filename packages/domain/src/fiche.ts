import type { z } from 'zod'
import { City } from './city.ts'
import { Component } from './component.ts'
import { type Control, controlOf } from './control.ts'
import { Event } from './event.ts'
import { Network } from './network.ts'
import { Organisation } from './organisation.ts'
import { missingForPublication, Practice, requiredToPublish } from './practice.ts'
import { Resource } from './resource.ts'

/** The kinds of entries that members write. */
export const writtenKinds = [
  'practice',
  'component',
  'organisation',
  'city',
  'network',
  'event',
  'resource',
] as const
export type WrittenKind = (typeof writtenKinds)[number]

export const isWrittenKind = (kind: string): kind is WrittenKind =>
  (writtenKinds as readonly string[]).includes(kind)

/** Parts of a fiche, each a page of questions. */
export const sectionKeys = [
  'identity',
  'story',
  'who',
  'where',
  'about',
  'when',
  'participation',
  'money',
  'results',
  'transfer',
  'context',
  'programme',
  'reference',
] as const
export type SectionKey = (typeof sectionKeys)[number]

export type Need = 'required' | 'recommended' | 'optional'

/** A field of an entry as a form asks for it. */
export type FicheField = { key: string; section: SectionKey; need: Need; control: Control }

export type FicheSection = { key: SectionKey; fields: readonly FicheField[] }

/** What is asked of an entry of a kind. */
export type Fiche = {
  kind: WrittenKind
  sections: readonly FicheSection[]
  /** Keys of the fields that are enough to begin with. */
  short: readonly string[]
}

/** What the registry itself keeps of every entry: no form asks for it. */
export const keptFields = ['slug', 'coverage', 'provenance', 'lastConfirmedAt', 'confirmationDueAt'] as const

type Shape = z.ZodObject['shape']
type Asked<S extends Shape> = Exclude<keyof S & string, (typeof keptFields)[number]>

/** How the fields of a kind are asked for; those of `kept` come in other ways. */
type Plan<S extends Shape> = {
  sections: Partial<Record<SectionKey, readonly Asked<S>[]>>
  short: readonly Asked<S>[]
  required: readonly Asked<S>[]
  recommended: readonly Asked<S>[]
  kept: readonly Asked<S>[]
}

const plan = <S extends Shape>(schema: z.ZodObject<S>, given: Plan<S>) => ({ schema, ...given })

const identity = ['title', 'summary', 'contentLanguage', 'alternativeNames'] as const
const reference = ['sources', 'identifiers', 'licence'] as const

const plans = {
  practice: plan(Practice, {
    sections: {
      identity: ['title', 'strapline', 'summary', 'contentLanguage', 'alternativeNames'],
      story: ['challenge', 'objectives', 'solution', 'components', 'difficulties'],
      who: ['leadOrganisation', 'partners', 'staffBand', 'staffNote', 'volunteers'],
      where: ['city', 'furtherCities', 'territory', 'country', 'governanceLevel', 'cityRoles', 'networks'],
      about: ['policyAreas', 'measureTypes', 'targetGroups', 'governanceDimensions'],
      when: ['start', 'end', 'stage'],
      participation: ['participationLevel', 'participationHow'],
      money: ['budgetBand', 'currency', 'budgetNote', 'fundingSources', 'fundingNote', 'legalBasis'],
      results: ['results', 'notMeasured', 'evidenceLevel', 'evaluations'],
      transfer: ['preconditions', 'successFactors', 'offers'],
      reference: ['contact', ...reference],
    },
    short: ['title', 'summary', 'challenge', 'solution', 'city', 'policyAreas', 'contact'],
    // Results and place are required in one of several forms: `missingFields` says which.
    required: ['title', ...requiredToPublish, 'contentLanguage', 'evidenceLevel', 'licence'],
    recommended: [
      'components',
      'partners',
      'staffBand',
      'cityRoles',
      'governanceDimensions',
      'end',
      'budgetBand',
      'currency',
      'fundingSources',
      'legalBasis',
      'evaluations',
      'successFactors',
      'offers',
    ],
    // Pictures are attachments; addresses of pictures elsewhere come from harvested sources alone.
    kept: ['media'],
  }),
  component: plan(Component, {
    sections: {
      identity,
      story: ['whatItDoes', 'enablingConditions', 'lessons'],
      about: ['measureType', 'policyAreas', 'targetGroups'],
      reference,
    },
    short: ['title', 'summary', 'whatItDoes'],
    required: ['title', 'summary', 'contentLanguage', 'whatItDoes', 'policyAreas', 'licence'],
    recommended: ['enablingConditions', 'lessons', 'measureType', 'targetGroups'],
    kept: [],
  }),
  organisation: plan(Organisation, {
    sections: {
      identity: [...identity, 'acronym', 'type'],
      where: ['city', 'country', 'website'],
      reference,
    },
    short: ['title', 'summary', 'type', 'city'],
    required: ['title', 'contentLanguage', 'type', 'licence'],
    recommended: ['summary', 'city', 'country', 'website'],
    kept: [],
  }),
  city: plan(City, {
    sections: {
      identity: [...identity, 'type', 'website'],
      where: ['country', 'region', 'latitude', 'longitude'],
      context: [
        'population',
        'populationYear',
        'populationSource',
        'languages',
        'urbanisation',
        'pathway',
        'figures',
        'competences',
      ],
      reference,
    },
    short: ['title', 'country', 'summary'],
    required: ['title', 'contentLanguage', 'country', 'licence'],
    recommended: ['summary', 'population', 'populationYear', 'populationSource', 'languages', 'pathway'],
    kept: ['geonamesId'],
  }),
  network: plan(Network, {
    sections: {
      identity: [...identity, 'acronym', 'type', 'website'],
      who: ['parent', 'secretariat', 'owner', 'memberCounts'],
      where: ['scope', 'country'],
      when: ['founded', 'ended'],
      programme: ['workplan'],
      reference,
    },
    short: ['title', 'summary', 'type'],
    required: ['title', 'summary', 'contentLanguage', 'type', 'licence'],
    recommended: ['secretariat', 'scope', 'founded', 'website'],
    // Thousands of rows, and each a statement about somebody else: memberships are imported and confirmed, not typed in here.
    kept: ['memberships'],
  }),
  event: plan(Event, {
    sections: {
      identity: [...identity, 'website'],
      when: ['start', 'end', 'startTime', 'endTime'],
      where: ['format', 'venue', 'city', 'cities'],
      who: ['organiser', 'network'],
      about: ['policyAreas'],
      programme: ['agenda'],
      reference,
    },
    short: ['title', 'summary', 'start', 'city'],
    required: ['title', 'contentLanguage', 'start', 'licence'],
    recommended: ['summary', 'format', 'city', 'organiser', 'policyAreas', 'website'],
    kept: [],
  }),
  resource: plan(Resource, {
    sections: {
      identity: [...identity, 'type', 'url'],
      who: ['authors', 'publisher', 'organisation', 'network'],
      when: ['published'],
      about: ['policyAreas', 'practices'],
      reference,
    },
    short: ['title', 'summary', 'type', 'url'],
    required: ['title', 'contentLanguage', 'type', 'licence'],
    recommended: ['summary', 'url', 'authors', 'publisher', 'published', 'policyAreas'],
    kept: [],
  }),
} as const satisfies Record<WrittenKind, unknown>

type AnyPlan = {
  schema: z.ZodObject
  sections: Partial<Record<SectionKey, readonly string[]>>
  short: readonly string[]
  required: readonly string[]
  recommended: readonly string[]
  kept: readonly string[]
}
const planOf = (kind: WrittenKind): AnyPlan => plans[kind]

const needOf = ({ required, recommended }: AnyPlan, key: string): Need => {
  if (required.includes(key)) return 'required'
  return recommended.includes(key) ? 'recommended' : 'optional'
}

const ficheFrom = (kind: WrittenKind): Fiche => {
  const own = planOf(kind)
  const { schema, sections, short } = own
  const fieldOf = (section: SectionKey, key: string): FicheField => {
    const field = schema.shape[key]
    if (!field) throw new Error(`A ${kind} has no field ${key}.`)
    return { key, section, need: needOf(own, key), control: controlOf(field as z.ZodType) }
  }
  return {
    kind,
    short,
    sections: sectionKeys.flatMap((key) => {
      const keys = sections[key]
      return keys ? [{ key, fields: keys.map((field) => fieldOf(key, field)) }] : []
    }),
  }
}

const fiches = Object.fromEntries(writtenKinds.map((kind) => [kind, ficheFrom(kind)])) as Record<
  WrittenKind,
  Fiche
>

/** The sections and fields of a kind, in the order in which they are asked for. */
export const ficheOf = (kind: WrittenKind): Fiche => fiches[kind]

/** All fields that are asked for. */
export const fieldsOf = (kind: WrittenKind): readonly FicheField[] =>
  ficheOf(kind).sections.flatMap((section) => section.fields)

/** One field; null when no form asks for it. */
export const fieldOf = (kind: WrittenKind, key: string): FicheField | null =>
  fieldsOf(kind).find((field) => field.key === key) ?? null

/** The schema of one field; a draft is judged by it, field by field. */
export const schemaOf = (kind: WrittenKind, key: string): z.ZodType | null =>
  fieldOf(kind, key) ? (planOf(kind).schema.shape[key] as z.ZodType) : null

/** Fields of a kind that no form asks for. */
export const keptOf = (kind: WrittenKind): readonly string[] => [...keptFields, ...planOf(kind).kept]

const isStated = (value: unknown): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)

/** Which fields must still be filled before an entry can be submitted; fields with a default are never missing. */
export const missingFields = (kind: WrittenKind, content: Readonly<Record<string, unknown>>): string[] => {
  const { schema, required } = planOf(kind)
  const hasDefault = (key: string): boolean => {
    const given = (schema.shape[key] as z.ZodType).safeParse(undefined)
    return given.success && isStated(given.data)
  }
  const missing = required.filter((key) => !isStated(content[key]) && !hasDefault(key))
  const ofPractice = kind === 'practice' ? missingForPublication(content) : []
  return [...new Set([...missing, ...ofPractice])]
}
