import type { ReactNode } from 'react'

/** One component in one state, as data: shown on the examples page and tested there. */
export interface Example {
  readonly name: string
  readonly show: () => ReactNode
}
