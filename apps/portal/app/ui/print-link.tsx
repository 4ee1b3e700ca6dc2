import { useWords } from '../i18n/use-words.tsx'
import { Button } from './button.tsx'

/** Opens the print dialogue. Without the script the browser's own command does the same. */
export function PrintLink() {
  const { t } = useWords()
  return (
    <Button look="secondary" enhance="print">
      {t('ui.print')}
    </Button>
  )
}
