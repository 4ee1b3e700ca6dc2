import { schema } from '@hansa/db'
import type { Kind } from '@hansa/domain/kind'
import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

const {
  city,
  consultativeBody,
  entryLink,
  event,
  framework,
  network,
  organisation,
  practice,
  project,
  resource,
  visit,
} = schema

/** Which entries (`kind`) refer to which entry: `pairs` selects the entry referred to (`owner`) and the referring one (`id`). */
type Relation<K extends Kind> = { kind: K; pairs: SQL }

const byColumn = <K extends Kind>(kind: K, owner: PgColumn, id: PgColumn): Relation<K> => ({
  kind,
  pairs: sql`select ${owner} as owner, ${id} as id from ${owner.table}`,
})

const byLink = <K extends Kind>(kind: K, field: string): Relation<K> => ({
  kind,
  pairs: sql`select ${entryLink.toId} as owner, ${entryLink.fromId} as id from ${entryLink} where ${entryLink.field} = ${field}`,
})

const either = <K extends Kind>(a: Relation<K>, b: Relation<K>): Relation<K> => ({
  kind: a.kind,
  pairs: sql`${a.pairs} union ${b.pairs}`,
})

/** Practices of a country's cities count as the country's, like those that name the country themselves. */
const practicesOfCities = {
  kind: 'practice',
  pairs: sql`select ${city.country} as owner, ${practice.id} as id from ${practice} join ${city} on ${city.id} = ${practice.city}`,
} as const

/** Every relation that is read backwards, from the entry referred to. */
export const relations = {
  practicesOfCity: either(
    byColumn('practice', practice.city, practice.id),
    byLink('practice', 'furtherCities'),
  ),
  projectsOfCity: byLink('project', 'cities'),
  visitsHostedByCity: byColumn('visit', visit.hostCity, visit.id),
  visitsMadeByCity: byLink('visit', 'peerCities'),
  eventsOfCity: either(byColumn('event', event.city, event.id), byLink('event', 'cities')),
  organisationsOfCity: byColumn('organisation', organisation.city, organisation.id),
  bodiesOfCity: byColumn('consultative-body', consultativeBody.city, consultativeBody.id),
  citiesOfCountry: byColumn('city', city.country, city.id),
  practicesOfCountry: either(byColumn('practice', practice.country, practice.id), practicesOfCities),
  projectsOfCountry: byLink('project', 'countries'),
  organisationsOfCountry: byColumn('organisation', organisation.country, organisation.id),
  networksOfCountry: byColumn('network', network.country, network.id),
  visitsHostedByCountry: byColumn('visit', visit.hostCountry, visit.id),
  bodiesOfCountry: byColumn('consultative-body', consultativeBody.country, consultativeBody.id),
  branchesOfNetwork: byColumn('network', network.parent, network.id),
  frameworksOfNetwork: byColumn('framework', framework.network, framework.id),
  practicesOfNetwork: byLink('practice', 'networks'),
  visitsOfNetwork: byColumn('visit', visit.network, visit.id),
  eventsOfNetwork: byColumn('event', event.network, event.id),
  resourcesOfNetwork: byColumn('resource', resource.network, resource.id),
  practicesLed: byColumn('practice', practice.leadOrganisation, practice.id),
  practicesPartnered: byLink('practice', 'partners'),
  projectsLed: byColumn('project', project.leadOrganisation, project.id),
  projectsPartnered: byLink('project', 'partners'),
  networksRun: byColumn('network', network.secretariat, network.id),
  frameworksOwned: byColumn('framework', framework.organisation, framework.id),
  eventsOrganised: byColumn('event', event.organiser, event.id),
  resourcesPublished: byColumn('resource', resource.organisation, resource.id),
  practicesUsing: byLink('practice', 'components'),
  visitsOnFramework: byColumn('visit', visit.framework, visit.id),
  visitsShowing: byLink('visit', 'practices'),
  resourcesAbout: byLink('resource', 'practices'),
} as const satisfies Record<string, Relation<Kind>>

export type RelationName = keyof typeof relations
