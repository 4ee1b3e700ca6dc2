import { useId } from 'react'
import { useWords } from '../i18n/use-words.tsx'
import { Notice } from '../ui/callout.tsx'
import type { Near } from './near.server.ts'
import { placeName } from './place-name.ts'

interface FieldProps {
  readonly near: Near
}

/** "I work in …": a city by name, as a field of a GET form; a chosen one travels with the form. */
export function NearField({ near }: FieldProps) {
  const { t } = useWords()
  const id = useId()
  if (near.city) return <input type="hidden" name="near" value={near.city.slug} />
  return (
    <div className="field">
      <label htmlFor={id}>{t('comparable.label')}</label>
      <input
        id={id}
        type="text"
        name="near"
        list={`${id}-names`}
        defaultValue={near.typed}
        maxLength={100}
        autoComplete="off"
      />
      <datalist id={`${id}-names`}>
        {near.names.map((city) => (
          <option key={city.slug} value={city.title.value} label={placeName(city)} />
        ))}
      </datalist>
    </div>
  )
}

interface NoteProps extends FieldProps {
  /** The address of the page with another city, or with none when it is empty. */
  readonly hrefOf: (slug: string) => string
  /** Whether results are in order of relevance, and so of comparability. */
  readonly ordered?: boolean
}

/** Which city is chosen and how to take it back; or which ones a name may mean. */
export function NearNote({ near, hrefOf, ordered }: NoteProps) {
  const { t } = useWords()
  const { city, typed, candidates } = near
  if (city)
    return (
      <p className="near-note">
        <strong>{t('comparable.comparedTo', { city: placeName(city) })}</strong>{' '}
        <a href={hrefOf('')}>{t('comparable.remove', { city: city.title.value })}</a>
        {ordered === undefined ? null : (
          <span className="quiet">
            {' '}
            {t(ordered ? 'comparable.explain' : 'comparable.otherOrder', { city: city.title.value })}
          </span>
        )}
      </p>
    )
  if (!typed) return null
  if (candidates.length === 0)
    return (
      <div className="near-note">
        <Notice tone="attention">{t('comparable.unknown', { name: typed })}</Notice>
      </div>
    )
  return (
    <div className="near-note">
      <Notice tone="attention">
        <p>{t('comparable.ambiguous', { name: typed })}</p>
        <ul>
          {candidates.map((each) => (
            <li key={each.slug}>
              <a href={hrefOf(each.slug)}>{placeName(each)}</a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
