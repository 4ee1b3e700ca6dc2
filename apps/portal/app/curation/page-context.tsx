import type { WrittenKind } from '@hansa/domain/fiche'
import { createContext, type ReactNode, useContext } from 'react'
import { kindOf } from '../writing/kinds.ts'
import { namesIn, writtenIn } from '../writing/written-in.ts'
import type { LoadedRevision } from './load-revision.server.ts'
import type { RevisionResult } from './revision-action.server.ts'

/** What the parts of a revision's page know of it. */
export interface RevisionPage extends LoadedRevision {
  readonly kind: WrittenKind
  /** The language in which the entry is written. */
  readonly language: string
  /** Names of the entries and concepts it names, by id. */
  readonly titles: ReturnType<typeof namesIn>
  /** What the form came to that was sent last. */
  readonly result: RevisionResult | undefined
}

const Context = createContext<RevisionPage | null>(null)

interface ProviderProps {
  readonly loaded: LoadedRevision
  readonly result: RevisionResult | undefined
  readonly children: ReactNode
}

export function RevisionProvider({ loaded, result, children }: ProviderProps) {
  const { revision } = loaded
  const page = {
    ...loaded,
    kind: kindOf(revision.kind),
    language: writtenIn(revision),
    titles: namesIn(revision),
    result,
  }
  return <Context.Provider value={page}>{children}</Context.Provider>
}

/** The page a part stands on. */
export function usePage(): RevisionPage {
  const page = useContext(Context)
  if (!page) throw new Error('a part of the page of a revision stands outside of it')
  return page
}

/** What a form that came back says of one of its fields: what was typed, and what is wrong with it. */
export function useSent(intent: string) {
  const { result } = usePage()
  const own = result?.intent === intent ? result : undefined
  return {
    isBack: own !== undefined,
    value: (field: string): string | undefined => own?.values[field],
    error: (field: string): string | undefined => own?.problems.find((one) => one.field === field)?.message,
  }
}
