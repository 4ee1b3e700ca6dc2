import { locales } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import type { ImportColumn, ShownImport } from './import.query.ts'
import { columnLabel } from './import-words.ts'

export interface ImportMappingProps {
  readonly run: ShownImport
  readonly columns: readonly ImportColumn[]
}

/** The languages that columns are offered in: those of the file, the reader's, and the registry's. */
function offered({ run, columns }: ImportMappingProps, locale: string): string[] {
  const used = run.columns.flatMap(({ means }) => means.split('@').slice(1))
  const languages = [...new Set([...used, locale, locales[0]])]
  return columns.flatMap(({ name, byLanguage }) => [
    name,
    ...(byLanguage ? languages.map((language) => `${name}@${language}`) : []),
  ])
}

/** What each column of the file means, as it was guessed, to be put right; then its rows are checked. */
export function ImportMapping(props: ImportMappingProps) {
  const words = useWords()
  const { t, locale } = words
  const { run, columns } = props
  const options = offered(props, locale).map((value) => ({
    value,
    label: columnLabel(columns, value, words),
  }))
  return (
    <Section id="columns" title={t('import.columns')}>
      <p>{t('import.columnsLede')}</p>
      <form method="post" className="import-mapping">
        <ol className="plain-list">
          {run.columns.map(({ head, means, example }, i) => (
            <li key={i}>
              <label htmlFor={`column-${i}`}>
                <span lang="">{head || t('import.noHead', { number: i + 1 })}</span>
              </label>
              <select id={`column-${i}`} name={`column-${i}`} defaultValue={means}>
                <option value="">{t('import.leftOut')}</option>
                {options.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
              {example ? (
                <p className="hint" lang="">
                  {example}
                </p>
              ) : null}
            </li>
          ))}
        </ol>
        <p>
          <Button name="intent" value="map">
            {t('import.check')}
          </Button>{' '}
          <Button look="quiet" name="intent" value="discard">
            {t('import.discard')}
          </Button>
        </p>
      </form>
    </Section>
  )
}
