import { EntryLink } from '../entry/entry-link.tsx'
import { Told } from '../entry/marked.tsx'
import type { ResultOf } from '../graphql.ts'
import { foreignLang } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { Section } from '../ui/section.tsx'
import type { AreaQuery } from './area.query.ts'

type Area = NonNullable<ResultOf<typeof AreaQuery>['concept']>

/** What the area is called elsewhere: in other languages, in the frameworks of others, in thesauri. */
export function AreaMappings({ area }: { readonly area: Area }) {
  const { t, locale, language } = useWords()
  const thesauri = area.mappings.filter((mapping) => mapping.url)
  return (
    <>
      {area.frameworkItems.length > 0 ? (
        <Section id="frameworks" title={t('area.frameworks')}>
          <ul className="plain-list">
            {area.frameworkItems.map((item) => (
              <li key={`${item.framework.path} ${item.key}`}>
                <Told text={item.title} />
                {', '}
                <EntryLink entry={item.framework} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section id="words" title={t('area.words')}>
        <DataTable
          caption={t('area.wordsCaption')}
          hideCaption
          rows={area.labels}
          rowKey={(label) => label.language}
          columns={[
            { label: t('area.language'), cell: (label) => language(label.language) },
            { label: t('area.label'), cell: (label) => <Told text={label} /> },
            {
              label: t('area.synonyms'),
              cell: (label) => (
                <span lang={foreignLang(locale, label.language)}>
                  {area.synonyms.find((one) => one.language === label.language)?.words.join(', ')}
                </span>
              ),
            },
          ]}
        />
      </Section>
      {thesauri.length > 0 ? (
        <Section id="thesauri" title={t('area.thesauri')}>
          <ul className="plain-list">
            {thesauri.map((mapping) => (
              <li key={mapping.url}>
                <a href={mapping.url ?? ''} rel="external" lang="">
                  {mapping.label ?? mapping.notation}
                </a>{' '}
                <span className="quiet" lang="">
                  {mapping.scheme}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}
