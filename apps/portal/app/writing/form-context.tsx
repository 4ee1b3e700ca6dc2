import type { WrittenKind } from '@hansa/domain/fiche'
import { createContext, type ReactNode, useContext } from 'react'
import type { FieldProblem } from '../ui/error-summary.tsx'

/** What can be chosen of a list. */
export interface Option {
  readonly id: string
  readonly label: string
  /** Language of the label. */
  readonly language: string
  /** What tells it from others of the name: where it lies. */
  readonly detail?: string
}

/** What was looked for at one place of a form, and what may be meant. */
export interface Found {
  readonly text: string
  readonly options: readonly Option[]
}

/** What the controls of a form know beside their own values. */
export interface FormView {
  readonly kind: WrittenKind
  /** The language in which the entry is written. */
  readonly language: string
  /** Concepts to choose from, by scheme. */
  readonly schemes: Readonly<Record<string, readonly Option[]>>
  /** Names of the entries that the values name, by id. */
  readonly titles: Readonly<Record<string, Option>>
  readonly found: Readonly<Record<string, Found>>
  /** What the licence of an entry is chosen from. */
  readonly licences: readonly string[]
  readonly problems: readonly FieldProblem[]
  /** Path of the page, without its language: buttons of rows come back to it. */
  readonly path: string
}

const Context = createContext<FormView | null>(null)

export function FormProvider({ view, children }: { readonly view: FormView; readonly children: ReactNode }) {
  return <Context.Provider value={view}>{children}</Context.Provider>
}

/** The form a control stands in. */
export function useForm(): FormView {
  const view = useContext(Context)
  if (!view) throw new Error('a control stands outside of a form')
  return view
}

/** The words for what is wrong at a place; nothing is, where there is no form. */
export const useError = (path: string): string | undefined =>
  useContext(Context)?.problems.find(({ field }) => field === path)?.message
