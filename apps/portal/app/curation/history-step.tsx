import type { EntryPage } from '../entry/entry.fields.ts'
import { Name, Told } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'

type Line = EntryPage['history'][number]

const told = ['PUBLISH', 'CONFIRM', 'MERGE'] as const

/** The steps that readers are told: the last of each kind, the oldest first. */
export function shownSteps(history: readonly Line[]) {
  const last = told.flatMap((step) => history.findLast((line) => line.step === step) ?? [])
  return last.toSorted((a, b) => a.at.localeCompare(b.at))
}

/** Who published or confirmed an entry and when, as a sentence; her name only where she shows it to everybody. */
export function HistoryStep({ line }: { readonly line: Line }) {
  const { rich, date } = useWords()
  const { step, at, name, actingFor, other } = line
  const when = date(at)
  if (step === 'MERGE') return rich('curation.history_MERGE', { date: when, other: <Place place={other} /> })
  const place = actingFor?.title ? actingFor : null
  const who = name ? (place ? 'both' : 'name') : place ? 'place' : 'none'
  return rich(step === 'CONFIRM' ? 'curation.history_CONFIRM' : 'curation.history_PUBLISH', {
    who,
    date: when,
    name: <Name>{name ?? ''}</Name>,
    place: <Place place={place} />,
  })
}

function Place({ place }: { readonly place: Line['actingFor'] }) {
  const { t, href } = useWords()
  if (!place?.title) return <>{t('member.hiddenEntry')}</>
  if (!place.path) return <Told text={place.title} />
  return (
    <a href={href(place.path)}>
      <Told text={place.title} />
    </a>
  )
}
