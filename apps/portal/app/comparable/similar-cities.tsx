import { compareRow, knownGroups, plain, remark } from '../compare/rows.tsx'
import { langOf } from '../entry/text.ts'
import { useWords } from '../i18n/use-words.tsx'
import { CompareTable } from '../ui/compare-table.tsx'
import { alikeText } from './alike-text.ts'
import type { ComparedFeature } from './comparison.fields.ts'
import { featureText } from './feature-text.ts'
import { toldApart } from './place-name.ts'

interface Named {
  readonly id: string
  readonly path: string
  readonly title: { readonly value: string; readonly language: string }
  readonly region: string | null
  readonly country: { readonly title: { readonly value: string } } | null
}

interface Compared {
  readonly score: number | null
  readonly confidence: number
  readonly features: readonly ComparedFeature[]
}

interface Props {
  readonly city: Named
  readonly similar: readonly (Compared & { readonly city: Named })[]
}

/** A city beside those most like it: every feature known of one of them, and how alike they are. */
export function SimilarCities({ city, similar }: Props) {
  const words = useWords()
  const { t, locale, href } = words
  const [first] = similar
  if (!first) return null
  const rows = first.features.map(({ name }, i) =>
    compareRow(t(`comparable.feature_${name}`), [
      plain(featureText(words, name, first.features[i]?.own ?? null)),
      ...similar.map(({ features }) => plain(featureText(words, name, features[i]?.other ?? null))),
    ]),
  )
  const scores = compareRow(t('comparable.alike'), [
    remark(t('compare.measure')),
    ...similar.map((one) => plain(alikeText(words, one))),
  ])
  const columns = [city, ...similar.map((one) => one.city)]
  const names = toldApart(columns)
  const ids = columns.slice(0, 4).map(({ id }) => ['id', id])
  return (
    <>
      <p>{t('comparable.similarIntro')}</p>
      <CompareTable
        caption={t('compare.caption')}
        columns={columns.map(({ id, path, title }, i) => ({
          id,
          label: names[i] ?? '',
          lang: langOf(locale, title),
          href: href(path),
        }))}
        groups={knownGroups([{ title: t('comparable.fact'), rows: [scores, ...rows] }])}
      />
      <p>
        <a href={`${href('/compare')}?${new URLSearchParams(ids)}`}>{t('comparable.similarCompare')}</a>
      </p>
    </>
  )
}
