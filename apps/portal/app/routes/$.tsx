import { notFound } from '../api.server.ts'

/** Every address no other route knows. A route of its own, so that the page keeps its frame and language. */
export function loader(): never {
  throw notFound()
}

export default function NothingHere() {
  return null
}
