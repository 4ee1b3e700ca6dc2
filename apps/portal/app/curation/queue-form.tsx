import { kindWord } from '../entry/kind.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { StatRow } from '../ui/stat-row.tsx'
import type { CuratedNetwork } from './load-queue.server.ts'
import type { Queue } from './queue.query.ts'
import { type QueueParams, queueKinds, queueStates, queueTurns } from './queue-params.ts'

interface FormProps {
  readonly params: QueueParams
  readonly networks: readonly CuratedNetwork[]
}

/** What of the queue to show: a GET form, so that the address is the list. */
export function QueueForm({ params, networks }: FormProps) {
  const { t, href, locale } = useWords()
  const any = { value: '', label: t('member.any') }
  return (
    <search>
      <form method="get" action={href('/curation')} className="directory-form" data-enhance="tidy">
        <Field name="q" type="search" label={t('curation.words')} value={params.q} />
        <Field
          name="state"
          label={t('writing.state')}
          value={params.state}
          options={[any, ...queueStates.map((value) => ({ value, label: t(`writing.state_${value}`) }))]}
        />
        <Field
          name="turn"
          label={t('curation.turn')}
          value={params.turn}
          options={[any, ...queueTurns.map((value) => ({ value, label: t(`curation.turn_${value}`) }))]}
        />
        <Field
          name="kind"
          label={t('curation.kind')}
          value={params.kind}
          options={[any, ...queueKinds.map((value) => ({ value, label: kindWord(locale, value) }))]}
        />
        <NetworkField network={params.network} networks={networks} />
        <p>
          <Button>{t('member.find')}</Button>{' '}
          <ButtonLink href={href('/curation')} look="quiet">
            {t('ui.clearFilters')}
          </ButtonLink>
        </p>
      </form>
    </search>
  )
}

/** One of several networks, where there are several. */
export function NetworkField({
  network,
  networks,
}: {
  readonly network: string
  readonly networks: readonly CuratedNetwork[]
}) {
  const { t } = useWords()
  if (networks.length < 2) return network ? <input type="hidden" name="network" value={network} /> : null
  return (
    <Field
      name="network"
      label={t('member.network')}
      value={network}
      options={[
        { value: '', label: t('member.any') },
        ...networks.map(({ id, title }) => ({ value: id, label: title })),
      ]}
    />
  )
}

/** What waits, in figures. */
export function Figures({
  figures,
  network,
}: {
  readonly figures: Queue['curationFigures']
  readonly network: string
}) {
  const { t, number, href } = useWords()
  const query = network ? `?${new URLSearchParams({ network })}` : ''
  return (
    <StatRow
      stats={[
        ...figures.states.map(({ state, count, medianDays }) => ({
          label: t(`writing.state_${state}`),
          value: number(count),
          note: count > 0 ? t('curation.median', { days: Math.round(medianDays) }) : undefined,
        })),
        {
          label: t('curation.overdue'),
          value: <a href={`${href('/curation/stale')}${query}`}>{number(figures.overdue)}</a>,
          note: t('curation.ofPublished', { count: figures.published }),
        },
      ]}
    />
  )
}
