import type { Control } from '@hansa/domain/control'
import { fieldsOf, type WrittenKind } from '@hansa/domain/fiche'
import { attack } from './curation.ts'

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
export const markupIn = (kind: WrittenKind): Record<string, unknown> =>
  Object.fromEntries(
    fieldsOf(kind)
      .map(({ key, control }) => [key, answerTo(control)] as const)
      .filter(([, answer]) => answer !== undefined),
  )
