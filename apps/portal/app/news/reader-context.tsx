import { createContext, type ReactNode, useContext } from 'react'

/** What every page knows of whoever reads it: where she is, and what she follows. */
export interface Reader {
  /** Path and query of the page shown, without its language: where forms return to. */
  readonly path: string
  /** Nothing for a visitor. */
  readonly watches: readonly { readonly id: string; readonly target: string }[]
}

const ReaderContext = createContext<Reader>({ path: '/', watches: [] })

/** Stands around every page. */
export function ReaderProvider({
  reader,
  children,
}: {
  readonly reader: Reader
  readonly children: ReactNode
}) {
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>
}

/** Who reads the page. */
export const useReader = (): Reader => useContext(ReaderContext)
