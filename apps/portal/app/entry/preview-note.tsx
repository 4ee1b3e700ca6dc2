import { useCuration } from '../curation/use-curation.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { Callout } from '../ui/callout.tsx'

/** Says above a page that it is not the published one, who sees it, and leads back to where one came from. */
export function PreviewNote({ revision }: { readonly revision: string }) {
  const { t, href } = useWords()
  const { curates, reviews } = useCuration()
  const back = curates || reviews ? `/curation/${revision}` : `/write/${revision}`
  return (
    <div className="preview-note">
      <Callout tone="attention" title={t('writing.preview')}>
        <p>
          {t('writing.previewNote')} <a href={href(back)}>{t('writing.previewBack')}</a>
        </p>
      </Callout>
    </div>
  )
}
