import type { LinksFunction } from '@remix-run/node'
import answers from './answers.css?url'
import styles from './writing.css?url'

/** The style of the pages of writing: other pages, which most people read, do without it. */
export const writingLinks: LinksFunction = () =>
  [styles, answers].map((href) => ({ rel: 'stylesheet', href }))
