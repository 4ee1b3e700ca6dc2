import {
  type Coverage,
  type coverages,
  type Freshness,
  freshnessOf,
  type Provenance,
  type Source,
} from '@hansa/domain/entry'
import { type Kind, kindOfId, pathOf } from '@hansa/domain/kind'
import { builder, enumOf } from '../graphql/builder.ts'
import { reads } from '../graphql/shown-columns.ts'
import { requiredText, text } from '../graphql/text.ts'
import { type EntryRow, types } from './entry.types.ts'

export const EntryKind = enumOf<Kind>('EntryKind', 'The kinds of entries in the registry.', {
  practice: 'A good practice: what a place did, for whom, with what result.',
  city: 'A municipality, district, county or region.',
  country: 'A country with its national context.',
  organisation: 'A body that does or pays for something.',
  network: 'A city network, a national branch of one, an association, a programme or a project network.',
  framework: 'A charter, plan of action or index with its items.',
  component: 'A reusable building block of practices.',
  project: 'A project of civil society.',
  visit: 'The public record of a peer review, study visit or mentoring.',
  event: 'A meeting, conference, webinar or open visit.',
  resource: 'A publication, toolkit, template, website or register.',
  'consultative-body': 'A council or forum through which residents are consulted.',
})

export const CoverageEnum = enumOf<Coverage>('Coverage', 'How much an entry tells.', {
  full: 'A full record.',
  short: 'A short record: its sources tell little.',
  mention: 'No more than that a source mentions it.',
} satisfies Record<(typeof coverages)[number], string>)

export const FreshnessEnum = enumOf<Freshness>(
  'Freshness',
  'Whether somebody responsible stands behind an entry today.',
  {
    confirmed: 'Confirmed, and not due again soon.',
    due: 'To be confirmed again within 30 days.',
    overdue: 'The date for confirming it again has passed.',
    unconfirmed: 'Nobody responsible has confirmed it yet.',
  },
)

export const SourceType = builder.objectRef<Source>('Source').implement({
  description: 'A place where a statement can be checked.',
  fields: (t) => ({
    citation: t.exposeString('citation', { description: 'The document or page, as one would cite it.' }),
    section: t.exposeString('section', { nullable: true, description: 'Where in the document.' }),
    url: t.exposeString('url', { nullable: true, description: 'Web address of the document or page.' }),
    accessed: t.exposeString('accessed', {
      nullable: true,
      description: 'When it was read: a date as precise as is known.',
    }),
  }),
})

const ProvenanceType = builder.objectRef<Provenance>('Provenance').implement({
  description: 'Where a record came from; system and id together name it for ever.',
  fields: (t) => ({
    system: t.exposeString('system', { description: 'The system it came from.' }),
    id: t.exposeString('id', { description: 'Its id there.' }),
    harvested: t.exposeString('harvested', { nullable: true, description: 'When it was taken over.' }),
  }),
})

const IdentifierType = builder.objectRef<{ scheme: string; value: string }>('Identifier').implement({
  description: 'What another system calls an entry.',
  fields: (t) => ({
    scheme: t.exposeString('scheme', { description: 'The system or scheme of the identifier.' }),
    value: t.exposeString('value', { description: 'The identifier.' }),
  }),
})

/** Something with an id of its own: an entry or a concept. */
export const Node = builder.interfaceRef<{ id: string }>('Node').implement({
  description: 'Anything that can be found again by its id.',
  resolveType: ({ id }) => {
    const kind = kindOfId(id)
    return kind ? types[kind].name : 'Concept'
  },
  fields: (t) => ({ id: t.exposeID('id', { description: 'Public id; never changes and is never reused.' }) }),
})

export const Entry = builder.interfaceRef<EntryRow>('Entry').implement({
  description:
    'What every entry of the registry has, whatever its kind. What its sources do not state is null.',
  interfaces: [Node],
  resolveType: (row) => types[row.kind].name,
  fields: (t) => ({
    kind: t.field({ type: EntryKind, description: 'What kind of entry it is.', resolve: (row) => row.kind }),
    slug: t.exposeString('slug', {
      description: 'Its name in addresses, for people; may change (the old one redirects).',
    }),
    path: t.string({
      description: 'Path of its page: `/practices/plan-einstein`.',
      ...reads('kind', 'slug'),
      resolve: (row) => pathOf(row.kind, row.slug),
    }),
    url: t.string({
      description: 'Full address of its page.',
      ...reads('kind', 'slug'),
      resolve: (row, _, ctx) => `${ctx.publicUrl}${pathOf(row.kind, row.slug)}`,
    }),
    title: t.field(requiredText('Its title; of a place or body, its name.', (row: EntryRow) => row.title)),
    summary: t.field(text('What it is, in a few sentences.', (row: EntryRow) => row.summary)),
    contentLanguage: t.exposeString('contentLanguage', {
      description: 'Language it was written in (BCP 47).',
    }),
    licence: t.exposeString('licence', { description: 'Licence of the record, as an SPDX id.' }),
    coverage: t.field({
      type: CoverageEnum,
      description: 'How much it tells.',
      resolve: (row) => row.coverage,
    }),
    provenance: t.field({
      type: ProvenanceType,
      description: 'Where it came from.',
      resolve: (row) => row.provenance,
    }),
    sources: t.field({
      type: [SourceType],
      description: 'Where its statements can be checked.',
      resolve: (row) => row.sources,
    }),
    identifiers: t.field({
      type: [IdentifierType],
      description: 'What other systems call it.',
      resolve: (row) => row.identifiers,
    }),
    alternativeNames: t.exposeStringList('alternativeNames', { description: 'Other names it is known by.' }),
    createdAt: t.string({
      description: 'When it was added (ISO 8601, UTC).',
      resolve: (row) => row.createdAt.toISOString(),
    }),
    updatedAt: t.string({
      description: 'When it was last changed (ISO 8601, UTC).',
      resolve: (row) => row.updatedAt.toISOString(),
    }),
    lastConfirmedAt: t.exposeString('lastConfirmedAt', {
      nullable: true,
      description: 'Day on which somebody responsible last confirmed it.',
    }),
    confirmationDueAt: t.exposeString('confirmationDueAt', {
      nullable: true,
      description: 'Day on which it is to be confirmed again.',
    }),
    freshness: t.field({
      type: FreshnessEnum,
      description: 'Whether somebody responsible stands behind it today.',
      ...reads('lastConfirmedAt', 'confirmationDueAt'),
      resolve: (row, _, ctx) => freshnessOf(row, ctx.clock.now()),
    }),
  }),
})
