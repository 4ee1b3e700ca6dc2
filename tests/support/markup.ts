import type { Control } from '@hansa/domain/control'
import { fieldsOf, type WrittenKind, writtenKinds } from '@hansa/domain/fiche'
import { expect } from 'vitest'
import { askAs, attack, wholePractice } from './curation.ts'
import type { FormBrowser } from './form-browser.ts'

/** An answer to a question with markup in each of its texts; undefined where there is none, or it would need something of the registry. */
function answerTo(control: Control): unknown {
  switch (control.type) {
    case 'text':
      return attack.slice(0, control.max ?? attack.length)
    case 'number':
      return (control.min ?? 0) + 1
    case 'choice':
      return control.values[0]
    case 'flag':
      return true
    case 'date':
      return '2024-05'
    case 'time':
      return '09:30'
    case 'address':
      return `https://example.org/?q=${attack}`
    case 'language':
      return 'en'
    case 'list':
      return ((one) => (one === undefined ? undefined : [one]))(answerTo(control.of))
    case 'group': {
      const parts = control.parts.map((part) => [part, answerTo(part.control)] as const)
      if (parts.some(([{ required }, answer]) => required && answer === undefined)) return undefined
      return Object.fromEntries(parts.map(([{ key }, answer]) => [key, answer]))
    }
    default:
      return undefined
  }
}

/** Answers to the questions of a kind of entry that need nothing of the registry, with markup in every text. */
const markupIn = (kind: WrittenKind): Record<string, unknown> =>
  Object.fromEntries(
    fieldsOf(kind)
      .map(({ key, control }) => [key, answerTo(control)] as const)
      .filter(([, answer]) => answer !== undefined),
  )

interface Begun {
  readonly id: string
  readonly entryId: string
}

/** Begins an entry of every kind that is written here, with markup in every text; the practice is whole. */
export async function beginEveryKind(
  url: string,
  author: FormBrowser,
  { network, organisation }: Record<'network' | 'organisation', string>,
): Promise<Map<WrittenKind, Begun>> {
  const start = `mutation ($kind: WrittenKind!, $values: String!) {
    outcome: startEntry(kind: $kind, values: $values) { problems { field message } revision { id entryId } }
  }`
  const { country } = await askAs(url, author, '{ country(slug: "se") { id } }', {})
  const chosen: Partial<Record<WrittenKind, object>> = {
    practice: { currency: 'EUR' },
    city: { country: country.id },
    network: { type: 'network-type/city-network' },
    resource: { type: 'resource-type/guide' },
    organisation: { type: 'organisation-type/migrant-organisation' },
  }
  const begun = new Map<WrittenKind, Begun>()
  for (const kind of writtenKinds) {
    const whole = kind === 'practice' ? wholePractice(network, organisation) : {}
    const values = JSON.stringify({ ...whole, ...markupIn(kind), ...chosen[kind] })
    const { outcome } = await askAs(url, author, start, { kind: kind.toUpperCase(), values })
    expect([kind, outcome.problems]).toEqual([kind, []])
    begun.set(kind, outcome.revision)
  }
  return begun
}

/** Brings a revision all the way to its readers. */
export async function publish(
  url: string,
  { author, curator }: Record<'author' | 'curator', FormBrowser>,
  id: string,
): Promise<void> {
  const step = async (who: FormBrowser, act: string) => {
    const { outcome } = await askAs(
      url,
      who,
      `mutation { outcome: ${act} { problems { field message } } }`,
      {},
    )
    expect([act, outcome.problems]).toEqual([act, []])
  }
  await step(author, `submitRevision(id: "${id}")`)
  await step(curator, `takeUpRevision(id: "${id}")`)
  const { revision } = await askAs(url, curator, `{ revision(id: "${id}") { checklist { key } } }`, {})
  const answers = revision.checklist.map(({ key }) => `{ item: "${key}", answer: MET }`)
  await step(curator, `answerChecklist(id: "${id}", answers: [${answers.join()}])`)
  await step(curator, `acceptRevision(id: "${id}")`)
  await step(curator, `publishRevision(id: "${id}")`)
}
