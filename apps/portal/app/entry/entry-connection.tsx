import { useWords } from '../i18n/use-words.tsx'
import type { EntryInList } from './entry-row.fields.ts'
import { EntryList } from './entry-row.tsx'

export interface Entries {
  readonly totalCount: number
  readonly nodes: readonly EntryInList[]
}

/** The entries of a connection as rows. Says so when there are more than were asked for. */
export function EntryConnection({ entries: { nodes, totalCount } }: { readonly entries: Entries }) {
  const { t } = useWords()
  return (
    <>
      <EntryList entries={nodes} />
      {totalCount > nodes.length ? (
        <p className="hint">{t('entry.firstOf', { shown: nodes.length, count: totalCount })}</p>
      ) : null}
    </>
  )
}
