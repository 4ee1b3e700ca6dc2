import { useWords } from '../i18n/use-words.tsx'
import { ButtonLink } from './button.tsx'

export interface NextPageProps {
  /** Path of the list, without its language. */
  readonly path: string
  /** The query of this page. */
  readonly query: Readonly<Record<string, string>>
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** The way on in a list that is read by cursors; nothing on its last page. */
export function NextPage({ path, query, pageInfo }: NextPageProps) {
  const { t, href } = useWords()
  if (!pageInfo.hasNextPage) return null
  const next = new URLSearchParams({ ...query, after: pageInfo.endCursor ?? '' })
  for (const [name, value] of [...next]) if (value === '') next.delete(name)
  return (
    <p>
      <ButtonLink look="secondary" href={`${href(path)}?${next}`}>
        {t('ui.nextPage')}
      </ButtonLink>
    </p>
  )
}
