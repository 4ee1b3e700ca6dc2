import type { ChildTable } from '@hansa/domain/fields'
import type { Kind } from '@hansa/domain/kind'
import { city } from './city.ts'
import { component } from './component.ts'
import { consultativeBody } from './consultative-body.ts'
import { country } from './country.ts'
import { event } from './event.ts'
import { competence, figure } from './figure.ts'
import { assessment, commitment, framework, frameworkItem } from './framework.ts'
import { membership, network } from './network.ts'
import { organisation } from './organisation.ts'
import { practice } from './practice.ts'
import { project } from './project.ts'
import { resource } from './resource.ts'
import { visit } from './visit.ts'

/** The table of each kind, in an order in which rows can be inserted without breaking a reference. */
export const kindTables = {
  country,
  city,
  organisation,
  network,
  framework,
  component,
  practice,
  project,
  visit,
  event,
  resource,
  'consultative-body': consultativeBody,
} as const satisfies Record<Kind, unknown>

/** The tables whose rows belong to one entry. */
export const childTables = {
  figure,
  competence,
  membership,
  frameworkItem,
  assessment,
  commitment,
} as const satisfies Record<ChildTable, unknown>
