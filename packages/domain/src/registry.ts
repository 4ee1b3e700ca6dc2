import { City } from './city.ts'
import { Component } from './component.ts'
import { ConsultativeBody } from './consultative-body.ts'
import { Country } from './country.ts'
import { Event } from './event.ts'
import { Framework } from './framework.ts'
import type { Kind } from './kind.ts'
import { Network } from './network.ts'
import { Organisation } from './organisation.ts'
import { Practice } from './practice.ts'
import { Project } from './project.ts'
import { Resource } from './resource.ts'
import { Visit } from './visit.ts'

/** The schema of every kind of entry. The one list that a new kind is added to. */
export const registry = {
  country: Country,
  city: City,
  organisation: Organisation,
  network: Network,
  framework: Framework,
  component: Component,
  practice: Practice,
  project: Project,
  visit: Visit,
  event: Event,
  resource: Resource,
  'consultative-body': ConsultativeBody,
} as const satisfies Record<Kind, unknown>

export type Registry = typeof registry

/** Controlled vocabularies the schemas refer to; each is a concept scheme in the data. */
export const schemes = [
  'policy-area',
  'measure-type',
  'target-group',
  'governance-level',
  'governance-dimension',
  'participation-level',
  'organisation-type',
  'consultative-body-type',
  'consultative-body-attribute',
  'funding-source',
  'format',
  'event-format',
  'network-type',
  'framework-type',
  'resource-type',
  'city-role',
  'indicator',
] as const
export type Scheme = (typeof schemes)[number]
