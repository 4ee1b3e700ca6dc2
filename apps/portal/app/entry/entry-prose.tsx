import { Prose } from '../ui/prose.tsx'
import type { GivenText } from './entry.fields.ts'

export interface EntryProseProps {
  readonly text: GivenText
  /** The title of the page, below which its language has been named already. */
  readonly title: GivenText
}

/** A text of the entry. Its language is only named where it is another one than the title's. */
export function EntryProse({ text, title }: EntryProseProps) {
  return <Prose text={text} note={text.language !== title.language || text.origin !== title.origin} />
}
