import { Intent } from '../account/account-sections.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { useReader } from './reader-context.tsx'

/**
 * Follows what a page is about, or ends that. Whoever is not signed in is asked to when she does so: the page itself is the same for
 * every visitor.
 */
export function FollowForm({ target }: { readonly target: string }) {
  const { t, href } = useWords()
  const { path, watches } = useReader()
  const watch = watches.find((one) => one.target === target)
  return (
    <form className="follow-form" method="post" action={href('/account/follows')}>
      <Intent value={watch ? 'end' : 'follow'} />
      <input type="hidden" name={watch ? 'id' : 'target'} value={watch?.id ?? target} />
      <input type="hidden" name="back" value={path} />
      {watch ? <span>{t('news.following')}</span> : null}
      <Button look="quiet">{t(watch ? 'news.unfollow' : 'news.follow')}</Button>
    </form>
  )
}
