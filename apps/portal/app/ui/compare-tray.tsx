import { useWords } from '../i18n/use-words.tsx'
import { Button } from './button.tsx'

export interface CompareTrayProps {
  /** Id that the checkboxes of the rows name in their `form`. */
  readonly id: string
  readonly action: string
  /** How many may be compared at once. */
  readonly max: number
}

/** The form the "Compare" boxes of a list belong to. Stands after the list; with the script it stays in sight. */
export function CompareTray({ id, action, max }: CompareTrayProps) {
  const { t } = useWords()
  return (
    <form className="compare-tray" id={id} action={action} method="get" data-enhance="compare" data-max={max}>
      <p
        role="status"
        data-one={t('ui.comparePickMore')}
        data-ready={t('ui.compareReady')}
        data-full={t('ui.compareFull', { max })}
      >
        {t('ui.compareHint', { max })}
      </p>
      <Button look="secondary">{t('ui.compareSelected')}</Button>
    </form>
  )
}
