import type { Kind } from '@hansa/domain/kind'
import type { WordKey } from '../i18n/catalogue.ts'

/** What the list of each kind is called, and what it is. */
export const listWords = {
  practice: { title: 'list.practice', intro: 'list.practiceIntro' },
  city: { title: 'list.city', intro: 'list.cityIntro' },
  country: { title: 'list.country', intro: 'list.countryIntro' },
  organisation: { title: 'list.organisation', intro: 'list.organisationIntro' },
  network: { title: 'list.network', intro: 'list.networkIntro' },
  framework: { title: 'list.framework', intro: 'list.frameworkIntro' },
  component: { title: 'list.component', intro: 'list.componentIntro' },
  project: { title: 'list.project', intro: 'list.projectIntro' },
  visit: { title: 'list.visit', intro: 'list.visitIntro' },
  event: { title: 'list.event', intro: 'list.eventIntro' },
  resource: { title: 'list.resource', intro: 'list.resourceIntro' },
  'consultative-body': { title: 'list.body', intro: 'list.bodyIntro' },
} as const satisfies Record<Kind, { title: WordKey; intro: WordKey }>
