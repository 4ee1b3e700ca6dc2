import { expect } from 'vitest'
import type { FormBrowser } from './form-browser.ts'

export const title = 'Evening kitchens of the allotment gardens'
/** What a page must show as the text it is. */
export const attack = '<img src=x onerror=alert(1)>'

/** What these tests ask the API for; every answer has the part that was asked. */
interface Answer {
  readonly network: { readonly id: string }
  readonly practice: { readonly confirmationDueAt: string }
  readonly organisation: { readonly id: string }
  readonly organisations: { readonly nodes: readonly { readonly id: string }[] }
  readonly consentText: { readonly version: string }
  readonly outcome: {
    readonly problems: readonly { readonly field: string }[]
    readonly affiliation: { readonly id: string }
    readonly revision: { readonly id: string; readonly entryId: string; readonly version: number }
  }
  readonly node: { readonly id: string; readonly path: string }
  readonly country: { readonly id: string }
  readonly revision: {
    readonly checklist: readonly { readonly key: string }[]
    readonly remarks: readonly { readonly id: string }[]
  }
  readonly networkRule: {
    readonly confirmMonths: number
    readonly checklist: readonly {
      readonly key: string
      readonly label: { readonly translations: readonly unknown[] }
    }[]
  }
  readonly curationQueue: { readonly nodes: readonly { readonly id: string }[] }
}

/** Asks the API as somebody who is signed in; an error fails the test. */
export async function askAs(
  url: string,
  who: FormBrowser,
  query: string,
  variables: object,
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Sec-Fetch-Site': 'same-origin',
      Cookie: [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors }: { data: Answer; errors?: unknown } = await response.json()
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

/** Shows a name to everybody, and to members that she offers to review, if she does. */
export async function showName(
  url: string,
  who: FormBrowser,
  { name, reviews }: { name: string; reviews: boolean },
): Promise<void> {
  const { version } = (await askAs(url, who, '{ consentText { version } }', {})).consentText
  const hidden =
    'position: SECRETARIAT, affiliations: SECRETARIAT, languages: SECRETARIAT, expertise: SECRETARIAT'
  const save = `mutation {
    outcome: saveProfile(name: "${name}", position: "", languages: [], expertise: [], offers: [${reviews ? 'REVIEWING' : ''}],
      visibility: { name: PUBLIC, offers: MEMBERS, ${hidden} }, consent: { version: "${version}", language: "en" }
    ) { problems { field } }
  }`
  expect((await askAs(url, who, save, {})).outcome.problems).toEqual([])
}

const source = { citation: 'Report of the gardens', url: 'https://example.org/report' }
/** A practice with everything that is asked of one. */
export const wholePractice = (network: string, organisation: string) => ({
  title,
  strapline: 'Newcomers cook in the gardens, and are asked to stay',
  summary: 'Allotment gardens open their kitchens in the evening, and newcomers cook for their neighbours.',
  challenge: `People meet nobody in the evening. ${attack}`,
  objectives: 'Everybody finds a table.',
  solution: [{ text: 'Open the kitchens', actor: 'the gardeners' }],
  difficulties: 'The kitchens were cold.',
  leadOrganisation: organisation,
  territory: 'The gardens',
  contact: { organisation: 'The gardens' },
  networks: [network],
  governanceLevel: 'governance-level/municipal',
  policyAreas: ['policy-area/civic'],
  measureTypes: ['measure-type/mainstream'],
  targetGroups: ['target-group/newcomers'],
  start: '2024-02',
  stage: 'running',
  participationLevel: 'participation-level/involve',
  participationHow: 'Newcomers choose what is cooked.',
  notMeasured: true,
  preconditions: [{ type: 'staff', text: 'Two gardeners' }],
  sources: [source],
})
