import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Section } from '../ui/section.tsx'
import type { TableKind } from './import.query.ts'
import { tableKinds } from './import-words.ts'

export interface ImportStartProps {
  readonly kind: TableKind | null
  readonly network: string
  readonly networks: readonly { readonly id: string; readonly title: { readonly value: string } }[]
  /** Whether it may be for no network, too. */
  readonly administers: boolean
  readonly error: string | undefined
}

/** First what the rows are and for whom, then the file: complete without JavaScript. */
export function ImportStart(props: ImportStartProps) {
  const { t, href } = useWords()
  const { kind, network, networks, administers } = props
  const options = networks.map(({ id, title }) => ({ value: id, label: title.value }))
  return (
    <>
      <Section id="new" title={t('import.new')}>
        <form method="get" action={href('/imports')} className="form-fields">
          <Field
            name="kind"
            label={t('import.what')}
            value={kind ?? ''}
            options={tableKinds.map((value) => ({ value, label: t(`import.kind_${value}`) }))}
          />
          {options.length > 0 ? (
            <Field
              name="network"
              label={t('import.forNetwork')}
              value={network}
              options={administers ? [{ value: '', label: t('import.forNobody') }, ...options] : options}
            />
          ) : null}
          <p>
            <Button look="secondary">{t('import.goOn')}</Button>
          </p>
        </form>
      </Section>
      {kind ? <SendTable {...props} kind={kind} /> : null}
    </>
  )
}

/** The file goes to the API itself, which leads back here. */
function SendTable({ kind, network, error }: ImportStartProps & { readonly kind: TableKind }) {
  const { t, href, locale } = useWords()
  const name = kind.toLowerCase()
  const back = `${href('/imports')}?${new URLSearchParams({ kind, network })}`
  const template = (format: string) => `/tables/templates/${name}.${format}?language=${locale}`
  return (
    <Section id="send" title={t('import.send', { kind: t(`import.kind_${kind}`) })}>
      <p>
        {t('import.template')} <a href={template('xlsx')}>{t('import.templateXlsx')}</a>{' '}
        <a href={template('csv')}>{t('import.templateCsv')}</a>
      </p>
      <form
        method="post"
        action={`/tables/imports?${new URLSearchParams({ kind: name, network, back })}`}
        encType="multipart/form-data"
        className="form-fields"
      >
        <Field
          name="file"
          type="file"
          label={t('import.file')}
          hint={t('import.fileHint')}
          error={error}
          accept=".csv,.xlsx,text/csv"
        />
        <p>
          <Button>{t('import.sendFile')}</Button>
        </p>
      </form>
    </Section>
  )
}
