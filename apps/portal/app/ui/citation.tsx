import { type ReactNode, useId } from 'react'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from './button.tsx'

/** How to cite the page, ready to copy. */
export function Citation({ text }: { readonly text: ReactNode }) {
  const { t } = useWords()
  const id = useId()
  return (
    <div className="citation">
      <p id={id}>{text}</p>
      <Button look="secondary" enhance="copy" value={id} done={t('ui.copied')}>
        {t('ui.copy')}
      </Button>
    </div>
  )
}
