import type { schema } from '@hansa/db'
import type { Kind } from '@hansa/domain/kind'
import { builder } from '../graphql/builder.ts'
import { connectionOf } from '../graphql/connection.ts'

type Tables = typeof schema.kindTables

/** A row of the base table: what every entry has. */
export type BaseRow = (typeof schema.entry)['$inferSelect']

/** An entry of a kind: its row of the base table and its row of the kind's own table in one. */
export type EntryRow<K extends Kind = Kind> = K extends Kind
  ? Omit<BaseRow, 'kind'> & Omit<Tables[K]['$inferSelect'], 'id'> & { kind: K }
  : never

const typeOf = <K extends Kind>(_kind: K, name: string) => builder.objectRef<EntryRow<K>>(name)

/** The GraphQL type of each kind; its fields are in `<noun>/<noun>.graphql.ts`. */
export const types = {
  practice: typeOf('practice', 'Practice'),
  city: typeOf('city', 'City'),
  country: typeOf('country', 'Country'),
  organisation: typeOf('organisation', 'Organisation'),
  network: typeOf('network', 'Network'),
  framework: typeOf('framework', 'Framework'),
  component: typeOf('component', 'Component'),
  project: typeOf('project', 'Project'),
  visit: typeOf('visit', 'Visit'),
  event: typeOf('event', 'Event'),
  resource: typeOf('resource', 'Resource'),
  'consultative-body': typeOf('consultative-body', 'ConsultativeBody'),
} as const satisfies Record<Kind, unknown>

/** The connection type of each kind. */
export const connections = {
  practice: connectionOf(types.practice, 'practices'),
  city: connectionOf(types.city, 'cities'),
  country: connectionOf(types.country, 'countries'),
  organisation: connectionOf(types.organisation, 'organisations'),
  network: connectionOf(types.network, 'networks'),
  framework: connectionOf(types.framework, 'frameworks'),
  component: connectionOf(types.component, 'components'),
  project: connectionOf(types.project, 'projects'),
  visit: connectionOf(types.visit, 'visits'),
  event: connectionOf(types.event, 'events'),
  resource: connectionOf(types.resource, 'resources'),
  'consultative-body': connectionOf(types['consultative-body'], 'consultative bodies'),
} as const satisfies Record<Kind, unknown>

/** The queries for one entry and for all entries of a kind. */
export const queryNames = {
  practice: { one: 'practice', many: 'practices' },
  city: { one: 'city', many: 'cities' },
  country: { one: 'country', many: 'countries' },
  organisation: { one: 'organisation', many: 'organisations' },
  network: { one: 'network', many: 'networks' },
  framework: { one: 'framework', many: 'frameworks' },
  component: { one: 'component', many: 'components' },
  project: { one: 'project', many: 'projects' },
  visit: { one: 'visit', many: 'visits' },
  event: { one: 'event', many: 'events' },
  resource: { one: 'resource', many: 'resources' },
  'consultative-body': { one: 'consultativeBody', many: 'consultativeBodies' },
} as const satisfies Record<Kind, { one: string; many: string }>
