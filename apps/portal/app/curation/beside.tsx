import { Intent } from '../account/account-sections.tsx'
import { Told } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { labelOf } from '../writing/field-words.ts'
import { usePage } from './page-context.tsx'
import type { CuratedRevision } from './revision.query.ts'

/** Fields that were published meanwhile: nothing is published over them until its authors have chosen. */
export function Conflicts() {
  const { t, locale, list } = useWords()
  const { revision, kind } = usePage()
  if (revision.conflicts.length === 0) return null
  const fields = list(revision.conflicts.map((key) => labelOf(locale, kind, key)))
  return (
    <Callout tone="attention" title={t('curation.conflictTitle')}>
      <p>{t('curation.conflictText', { fields })}</p>
    </Callout>
  )
}

type Duplicate = CuratedRevision['duplicates'][number]

/** Entries that might tell of the same, with the way to make one of two. */
export function Duplicates() {
  const { t } = useWords()
  const { revision, curates, isMerged } = usePage()
  if (revision.duplicates.length === 0 || isMerged) return null
  return (
    <Callout title={t('curation.duplicates')}>
      <p>{t('curation.duplicatesText')}</p>
      <ul className="own-list">
        {revision.duplicates.map((one) => (
          <li key={one.entry.id}>
            <DuplicateName duplicate={one} />
            {curates ? <Merge duplicate={one} /> : null}
          </li>
        ))}
      </ul>
    </Callout>
  )
}

function DuplicateName({ duplicate: { entry, sameCity } }: { readonly duplicate: Duplicate }) {
  const { t, href } = useWords()
  return (
    <p>
      {entry.path && entry.title ? (
        <a href={href(entry.path)}>
          <Told text={entry.title} />
        </a>
      ) : (
        t('member.hiddenEntry')
      )}
      {sameCity ? <span className="row-detail">{t('curation.sameCity')}</span> : null}
    </p>
  )
}

/** A new entry is rejected and merged at once; what was published before is merged from its own page, once nobody writes it. */
function Merge({ duplicate: { entry } }: { readonly duplicate: Duplicate }) {
  const { t, href } = useWords()
  const { revision } = usePage()
  const canReject = revision.viewerCan.includes('REJECT')
  const isOver = ['REJECTED', 'WITHDRAWN'].includes(revision.state)
  if (!revision.isNew)
    return <a href={`${href(`/curation/entries/${revision.entryId}`)}#merge`}>{t('curation.merge')}</a>
  if (!entry.title || !(canReject || isOver)) return null
  return (
    <form method="post">
      <Intent value="merge" />
      <input type="hidden" name="entry" value={revision.entryId} />
      <input type="hidden" name="title" value={entry.title.value} />
      {canReject ? <input type="hidden" name="reject" value="1" /> : null}
      <Button look="quiet" name="into" value={entry.id}>
        {t('curation.mergeInto', { title: entry.title.value })}
      </Button>
    </form>
  )
}
