import { Told } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { comparisonReasons } from './comparison-reasons.ts'
import type { NamedCity } from './near.query.ts'
import type { Near } from './near.server.ts'
import { NearField, NearNote } from './near-field.tsx'
import type { Transfer, TransferCheck } from './transfer.query.ts'

export interface PracticeCheckProps {
  /** Path of the practice. */
  readonly path: string
  readonly near: Near
  /** Null until a city is chosen. */
  readonly transfer: Transfer | null
}

/** "Would it work here?": a city to choose, then what is known of every need there. */
export function PracticeCheck({ path, near, transfer }: PracticeCheckProps) {
  const { t, href } = useWords()
  const hrefOf = (slug: string) => `${href(path)}?${new URLSearchParams({ near: slug })}#transfer`
  if (near.city && transfer)
    return <Answer near={near} city={near.city} transfer={transfer} hrefOf={hrefOf} />
  return (
    <>
      <p>{t('comparable.transferChoose')}</p>
      <NearNote near={near} hrefOf={hrefOf} />
      <form className="near-form" action={`${href(path)}#transfer`} method="get">
        <NearField near={near} />
        <Button>{t('comparable.transferApply')}</Button>
      </form>
    </>
  )
}

interface AnswerProps {
  readonly near: Near
  readonly city: NamedCity
  readonly transfer: Transfer
  readonly hrefOf: (slug: string) => string
}

function Answer({ near, city, transfer, hrefOf }: AnswerProps) {
  const words = useWords()
  const { t } = words
  const { transferability: checks, city: from } = transfer
  const areas = transfer.policyAreas.map(({ id }) => id)
  const reasons = from ? comparisonReasons(words, city, from.comparison, areas) : []
  return (
    <>
      <NearNote near={near} hrefOf={hrefOf} />
      {from && reasons.length > 0 ? (
        <p>
          {t('comparable.transferHow', { from: from.title.value, city: city.title.value })}{' '}
          {reasons.join(' · ')}
        </p>
      ) : null}
      {checks.length === 0 ? (
        <p className="quiet">{t('comparable.transferNone')}</p>
      ) : (
        <DataTable
          caption={t('comparable.transferIn', { city: city.title.value })}
          rows={checks.map((check, i) => ({ check, key: String(i) }))}
          rowKey={({ key }) => key}
          columns={[
            { label: t('comparable.need'), cell: ({ check }) => <Need check={check} /> },
            {
              label: t('comparable.verdict'),
              cell: ({ check }) => t(`comparable.verdict_${check.verdict}`),
            },
            { label: t('comparable.fact'), cell: ({ check }) => <Fact check={check} city={city} /> },
          ]}
        />
      )}
    </>
  )
}

function Need({ check: { precondition, fact } }: { readonly check: TransferCheck }) {
  const { t } = useWords()
  if (precondition) return <Told text={precondition.text} />
  return (
    <>
      {t('comparable.impliedNeed', { area: fact.policyArea?.label.value ?? '' })}
      <br />
      <span className="quiet">{t('comparable.implied')}</span>
    </>
  )
}

function Fact({ check, city }: { readonly check: TransferCheck; readonly city: NamedCity }) {
  const { t, number, list } = useWords()
  const { fact, missing } = check
  const people = fact.population
    ? t('comparable.factPopulation', { city: city.title.value, number: number(fact.population) })
    : null
  const area = fact.policyArea?.label.value ?? ''
  const said = [
    people && fact.populationYear
      ? t('comparable.withYear', { value: people, year: String(fact.populationYear) })
      : people,
    fact.holder ? t(`comparable.factHolder_${fact.holder}`, { area }) : null,
    missing.length > 0
      ? t('comparable.missing', {
          list: list(missing.map((one) => t(`comparable.missing_${one}`, { city: city.title.value }))),
        })
      : null,
  ].filter((text) => text !== null)
  return said.join(' · ')
}
