import { isWordKey } from '../i18n/catalogue.ts'
import type { ComparedFeature, GivenComparison } from './comparison.fields.ts'
import type { Words } from './feature-text.ts'

/** The city others are compared to. */
export interface ComparedTo {
  readonly id: string
  readonly title: { readonly value: string }
  readonly country: { readonly code: string } | null
}

// Within this ratio people speak of the same size.
const sameSize = 1.5
const most = 4

/**
 * Why a city is, or is not, like the chosen one, in words: what counts most first, at most four facts, then on how many
 * features this stands.
 *
 * @param areas ids of the policy areas that matter most here: who decides on them is told before others
 */
export function comparisonReasons(
  words: Words,
  near: ComparedTo,
  comparison: GivenComparison,
  areas: readonly string[] = [],
): string[] {
  const { t } = words
  const { city, features } = comparison
  if (city?.id === near.id) return [t('comparable.ownCity')]
  const known = features.filter((feature) => feature.known)
  if (known.length === 0) return [t('comparable.nothingKnown', { city: city?.title.value ?? '' })]
  const inSameCountry = city?.country !== null && city?.country.code === near.country?.code
  // Within a country these are the same for every city, and say nothing.
  const national = ['GOVERNANCE', 'NATIONAL_POLICY', 'LANGUAGES']
  const told = known.flatMap((feature) => {
    if (inSameCountry && national.includes(feature.name)) return []
    const reason = reasonOf(words, near, feature, areas)
    return reason ? [reason] : []
  })
  return [
    ...(inSameCountry ? [t('comparable.sameCountry')] : []),
    ...told.slice(0, most),
    t('comparable.knownOf', { known: known.length, all: features.length }),
  ]
}

function reasonOf(
  words: Words,
  near: ComparedTo,
  feature: ComparedFeature,
  areas: readonly string[],
): string | null {
  const { t, percent, number } = words
  const { name, own, other, distance } = feature
  if (!own || !other) return null
  const [a, b] = [own.number ?? 0, other.number ?? 0]
  const apart = Math.round(Math.abs(a - b))
  switch (name) {
    case 'POPULATION':
      if (Math.max(a, b) / Math.min(a, b) <= sameSize) return t('comparable.sizeSimilar')
      return b > a
        ? t('comparable.sizeLarger', { number: number(b) })
        : t('comparable.sizeSmaller', { number: number(b) })
    case 'FOREIGN_BORN_SHARE':
      return t('comparable.bornAbroad', { own: percent(a), other: percent(b) })
    case 'NON_NATIONAL_SHARE':
      return t('comparable.nonNational', { own: percent(a), other: percent(b) })
    case 'COMPETENCE':
      return decisionReason(words, near, feature, areas)
    case 'NATIONAL_POLICY':
      return own.policyArea
        ? t('comparable.policyAreaApart', { count: apart, area: own.policyArea.label.value })
        : t('comparable.policyApart', { count: apart })
    case 'CITY_PROFILE':
      return t('comparable.profileApart', { count: apart })
    case 'PATHWAY':
      return distance === 0 ? t('comparable.samePathway') : null
    case 'LANGUAGES': {
      const shared = own.codes.filter((code) => other.codes.includes(code))
      return shared.length > 0
        ? t('comparable.sharedLanguages', { languages: words.list(shared.map(words.language)) })
        : null
    }
    default: {
      const key = `comparable.${name.toLowerCase()}_${own.codes[0]}`
      return distance === 0 && isWordKey(key) ? t(key) : null
    }
  }
}

/** Who decides: on one of the areas if known, else on one on which both decide alike, else on the first known of both. */
function decisionReason(
  { t }: Words,
  near: ComparedTo,
  { own, other }: ComparedFeature,
  areas: readonly string[],
): string | null {
  const pairs = (own?.holders ?? []).flatMap((one) => {
    const there = other?.holders.find((each) => each.policyArea?.id === one.policyArea?.id)
    return one.policyArea && there
      ? [{ id: one.policyArea.id, area: one.policyArea.label.value, here: one.holder, there: there.holder }]
      : []
  })
  const mattering = pairs.filter(({ id }) => areas.includes(id))
  const among = mattering.length > 0 ? mattering : pairs
  const pair = among.find(({ here, there }) => here === there) ?? among[0]
  if (!pair) return null
  const { area, here, there } = pair
  if (here === there) return t(`comparable.decide_${here}`, { area })
  return t('comparable.decideDiffers', {
    area,
    own: t(`figure.holder_${here}`),
    other: t(`figure.holder_${there}`),
    city: near.title.value,
  })
}
