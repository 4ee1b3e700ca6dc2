import { Fragment } from 'react'
import { langOf } from '../entry/text.ts'
import { useWords } from '../i18n/use-words.tsx'
import type { GivenItem } from './item.fields.ts'

export interface ItemTreeProps {
  readonly items: readonly GivenItem[]
  /** Slug of the framework: concepts say by it how they relate to its items. */
  readonly framework: string
}

/** What a charter, plan or index consists of, as nested lists, each item with the policy areas it belongs to. */
export function ItemTree({ items, framework }: ItemTreeProps) {
  const { locale } = useWords()
  return (
    <ol className="item-tree">
      {items.map((item) => (
        <li key={item.key} id={`item-${item.key}`}>
          <p className="item-title" lang={langOf(locale, item.title)}>
            {item.title.value}
          </p>
          {item.description ? (
            <p className="item-text" lang={langOf(locale, item.description)}>
              {item.description.value}
            </p>
          ) : null}
          <ItemAreas item={item} framework={framework} />
          {item.children && item.children.length > 0 ? (
            <ItemTree items={item.children} framework={framework} />
          ) : null}
        </li>
      ))}
    </ol>
  )
}

/** The policy areas of an item, with how near the two are in meaning where that is known. */
function ItemAreas({ item, framework }: { readonly item: GivenItem; readonly framework: string }) {
  const { t, locale, href } = useWords()
  if (item.policyAreas.length === 0) return null
  return (
    <p className="item-areas">
      <span className="visually-hidden">{t('framework.policyAreas')} </span>
      {item.policyAreas.map(({ id, key, label, mappings }, index) => {
        const mapping = mappings.find((one) => one.scheme === framework && one.notation === item.key)
        return (
          <Fragment key={id}>
            {index > 0 ? <span aria-hidden="true"> · </span> : null}
            <a href={href(`/policy-areas/${key}`)} lang={langOf(locale, label)}>
              {label.value}
            </a>
            {mapping && mapping.relation !== 'RELATEDMATCH'
              ? ` (${t(`framework.relation_${mapping.relation}`)})`
              : null}
          </Fragment>
        )
      })}
    </p>
  )
}
