import type { Kind } from '@hansa/domain/kind'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Marks } from './choice-controls.tsx'
import { type Option, useForm } from './form-context.tsx'
import { type AskedProps, Together } from './labelled.tsx'
import { askedField, findField } from './values.ts'

export interface PickerProps extends AskedProps {
  readonly kind: Kind
  readonly value: unknown
  readonly many: boolean
}

/**
 * Entries of the registry: first words of their names, then which one is meant. Without a script the button comes back with
 * what was found; the script fills the same list while one types.
 */
export function Picker({ kind, value, many, ...asked }: PickerProps) {
  const { t, href } = useWords()
  const { titles, found, path: page } = useForm()
  const { path } = asked
  const given = (many && Array.isArray(value) ? value.map(String) : [String(value ?? '')]).filter(Boolean)
  const nameOf = (id: string): Option => titles[id] ?? { id, label: id, language: '' }
  const here = found[path]
  const offered = (here?.options ?? []).filter(({ id }) => !given.includes(id))
  const none: Option = { id: '', label: t('writing.none'), language: '' }
  const chosen = [
    ...given.map(nameOf),
    ...(many || (given.length === 0 && offered.length === 0) ? [] : [none]),
  ]
  const type = many ? 'checkbox' : 'radio'
  return (
    <Together {...asked}>
      {chosen.length > 0 ? (
        <div className="picked">
          <Marks type={type} name={path} options={chosen} chosen={given.length > 0 ? given : ['']} />
        </div>
      ) : null}
      <div
        className="picker"
        data-enhance="pick"
        data-kind={kind}
        data-name={path}
        data-type={type}
        data-source={href('/write/find.json')}
      >
        <label htmlFor={findField(path)} className="picker-label">
          {t(many || given.length === 0 ? 'writing.find' : 'writing.findOther')}
        </label>
        <div className="picker-row">
          <input
            id={findField(path)}
            name={findField(path)}
            type="text"
            defaultValue={here?.text ?? ''}
            autoComplete="off"
          />
          <input type="hidden" name={askedField(path)} value={here?.text ?? ''} />
          <Button look="secondary" name="intent" value={`find:${path}`} formAction={`${href(page)}#${path}`}>
            {t('member.find')}
          </Button>
        </div>
        <div className="picker-found">
          {offered.length > 0 ? <Marks type={type} name={path} options={offered} chosen={[]} /> : null}
        </div>
        <p
          className="hint"
          role="status"
          data-none={t('writing.foundNone')}
          data-some={t('writing.foundSome')}
        >
          {here ? t(here.options.length === 0 ? 'writing.foundNone' : 'writing.foundSome') : null}
        </p>
      </div>
    </Together>
  )
}
