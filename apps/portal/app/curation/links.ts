import type { LinksFunction } from '@remix-run/node'
import styles from './curation.css?url'

/** The style of the pages of curating: other pages, which most people read, do without it. */
export const curationLinks: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]
