import { isWrittenKind, type WrittenKind } from '@hansa/domain/fiche'
import type { Writing } from './writing.query.ts'

type ApiKind = Writing['ownWriting']['nodes'][number]['kind']

/** The kind of a fiche that the API names in capitals. */
export function kindOf(kind: ApiKind): WrittenKind {
  const name = kind.toLowerCase()
  if (!isWrittenKind(name)) throw new Error(`${kind} is written by nobody`)
  return name
}

/** The same as the API writes it. */
export const apiKind = (kind: WrittenKind): ApiKind => kind.toUpperCase() as ApiKind
