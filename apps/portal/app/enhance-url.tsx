import { createContext, type ReactNode, useContext } from 'react'

interface Enhance {
  readonly src: string
  readonly nonce: string
}

const EnhanceContext = createContext<Enhance | undefined>(undefined)

/** Tells the document where the built enhancement script lies; only the server entry knows. */
export function EnhanceProvider(props: Enhance & { readonly children: ReactNode }) {
  return (
    <EnhanceContext.Provider value={{ src: props.src, nonce: props.nonce }}>
      {props.children}
    </EnhanceContext.Provider>
  )
}

/** The one script of a page. Everything works without it. */
export function EnhanceScript() {
  const enhance = useContext(EnhanceContext)
  return enhance ? <script type="module" src={enhance.src} nonce={enhance.nonce || undefined} /> : null
}
