import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { useLanguages } from './choice-controls.tsx'
import { useForm } from './form-context.tsx'
import { type AskedProps, Together } from './labelled.tsx'
import { rowsField } from './values.ts'

interface RowsProps extends AskedProps {
  readonly value: unknown
  readonly children: (row: number, item: unknown) => ReactNode
}

/** A button that changes the rows of a list: the page comes back with everything that was typed. */
function RowButton({
  path,
  act,
  at,
  children,
}: {
  path: string
  act: string
  at: string
  children: ReactNode
}) {
  const { href } = useWords()
  const { path: page } = useForm()
  return (
    <Button look="quiet" name="intent" value={`${act}:${path}`} formAction={`${href(page)}#${at}`}>
      {children}
    </Button>
  )
}

/** Things of several parts, each in a frame of its own; an empty one to begin with. */
export function Rows({ value, children, ...asked }: RowsProps) {
  const { t } = useWords()
  const { path, label } = asked
  const items = Array.isArray(value) && value.length > 0 ? value : ['']
  const next = `${path}.${items.length}`
  return (
    <Together {...asked}>
      <input type="hidden" name={rowsField(path)} value={items.length} />
      {items.map((item, row) => (
        <fieldset key={row} className="asked-row" id={`${path}.${row}`} tabIndex={-1}>
          <legend>{t('writing.row', { field: label, row: row + 1 })}</legend>
          {children(row, item)}
          {items.length > 1 || Array.isArray(value) ? (
            <RowButton path={`${path}.${row}`} act="remove" at={path}>
              {t('writing.removeRow', { field: label, row: row + 1 })}
            </RowButton>
          ) : null}
        </fieldset>
      ))}
      <p>
        <RowButton path={path} act="add" at={next}>
          {t('writing.addRow', { field: label })}
        </RowButton>
      </p>
    </Together>
  )
}

/** Languages, each in a list of its own, with an empty one more. */
export function LanguageRows({ value, ...asked }: AskedProps & { readonly value: unknown }) {
  const { t } = useWords()
  const { path, label } = asked
  const given = Array.isArray(value) ? value.map(String) : []
  const options = useLanguages(given)
  const shown = given.at(-1) === '' ? given : [...given, '']
  return (
    <Together {...asked}>
      {shown.map((tag, row) => (
        <select
          key={row}
          id={`${path}.${row}`}
          name={path}
          defaultValue={tag}
          className="language-of-many"
          aria-label={t('writing.row', { field: label, row: row + 1 })}
        >
          <option value="">{t('member.noLanguage')}</option>
          {options.map(({ id, label: name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ))}
      <p>
        <RowButton path={path} act="add" at={`${path}.${shown.length}`}>
          {t('writing.addRow', { field: label })}
        </RowButton>
      </p>
    </Together>
  )
}
