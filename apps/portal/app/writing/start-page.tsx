import { fieldOf, type WrittenKind } from '@hansa/domain/fiche'
import { useWords } from '../i18n/use-words.tsx'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { FicheForm } from './fiche-form.tsx'
import type { CameBack } from './form.server.ts'
import type { FormView } from './form-context.tsx'

export interface StartPageProps {
  readonly kind: WrittenKind
  /** Keys of the fields that are enough to begin with. */
  readonly fields: readonly string[]
  readonly schemes: FormView['schemes']
  readonly licences: readonly string[]
  readonly cameBack: CameBack | undefined
}

/** What a kind cannot be without, beside its title. */
const needed: Partial<Record<WrittenKind, 'country' | 'type'>> = {
  city: 'country',
  network: 'type',
  resource: 'type',
}

/** The short form: enough to begin, and none of it final. */
export function StartPage({ kind, fields, schemes, licences, cameBack }: StartPageProps) {
  const { t, href, locale } = useWords()
  const values = cameBack?.values ?? { contentLanguage: locale }
  const language = String(values.contentLanguage || locale)
  const problems = cameBack?.problems ?? []
  return (
    <div className="writing">
      <Breadcrumbs
        items={[{ label: t('writing.title'), href: href('/write') }, { label: t(`writing.start_${kind}`) }]}
      />
      <ErrorSummary problems={problems} />
      <PageHeading
        title={t(`writing.start_${kind}`)}
        strapline={t(`writing.startLede_${needed[kind] ?? 'title'}`)}
      />
      <FicheForm
        view={{
          kind,
          language,
          schemes,
          licences,
          titles: cameBack?.titles ?? {},
          found: cameBack?.found ?? {},
          problems,
          path: `/write/new/${kind}`,
        }}
        fields={fields.flatMap((key) => fieldOf(kind, key) ?? [])}
        values={values}
        base={{}}
        version={1}
      >
        <p className="fiche-buttons">
          <Button name="intent" value="save">
            {t('writing.begin')}
          </Button>
        </p>
      </FicheForm>
    </div>
  )
}
