import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import type { BulkAction } from './queue.query.ts'

interface PickProps {
  /** Id of the revision or entry. */
  readonly id: string
  /** Its name, for those who do not see the row. */
  readonly name: string
  readonly children: ReactNode
}

/** The first cell of a row that can be picked with others. */
export function Pick({ id, name, children }: PickProps) {
  const { t } = useWords()
  return (
    <span className="pick">
      <input type="checkbox" name="id" value={id} aria-label={t('curation.pick', { name })} />
      <span>{children}</span>
    </span>
  )
}

/** What can be done to the rows that were picked; it is done on a page of its own, where one sees them again. */
export function BulkButtons({ actions }: { readonly actions: readonly BulkAction[] }) {
  const { t } = useWords()
  return (
    <fieldset className="bulk-buttons">
      <legend>{t('curation.withPicked')}</legend>
      {actions.map((action) => (
        <Button key={action} look="secondary" name="action" value={action}>
          {t(`curation.bulk_${action}`)}
        </Button>
      ))}
    </fieldset>
  )
}
