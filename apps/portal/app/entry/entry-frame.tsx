import { createContext, type ReactNode, useContext } from 'react'
import { PreviewNote } from './preview-note.tsx'

/** What the page of an entry knows of whoever reads it. */
export interface EntryReader {
  /** Whether what the entry shows is hers to change. */
  readonly keepsFiles: boolean
  /** Id of the revision that is shown to her instead of what is published; null on the page as it is. */
  readonly preview: string | null
}

const Context = createContext<EntryReader>({ keepsFiles: false, preview: null })

export interface EntryFrameProps {
  readonly reader: EntryReader
  readonly children: ReactNode
}

/** Stands around the page of an entry that members write. */
export function EntryFrame({ reader, children }: EntryFrameProps) {
  return (
    <Context.Provider value={reader}>
      {reader.preview ? <PreviewNote revision={reader.preview} /> : null}
      {children}
    </Context.Provider>
  )
}

/** Who reads the page of an entry; somebody of whom nothing is known unless told. */
export function useEntryReader(): EntryReader {
  return useContext(Context)
}
