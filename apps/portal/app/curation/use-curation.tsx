import { createContext, type ReactNode, useContext } from 'react'

/** What whoever is signed in has to do with curating. Only says what to show: the API decides what she may do. */
export interface Curating {
  readonly curates: boolean
  /** Whether she has a review to give. */
  readonly reviews: boolean
}

const Context = createContext<Curating>({ curates: false, reviews: false })

/** Sets it for everything below. Used once, in the page document. */
export function CurationProvider({
  curates,
  reviews,
  children,
}: Curating & { readonly children: ReactNode }) {
  return <Context.Provider value={{ curates, reviews }}>{children}</Context.Provider>
}

export function useCuration(): Curating {
  return useContext(Context)
}
