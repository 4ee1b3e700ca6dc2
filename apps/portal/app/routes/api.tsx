import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { canonicalUrl, pageMeta } from '../page-meta.ts'
import { PageHeading } from '../ui/page-heading.tsx'
import { Section } from '../ui/section.tsx'

const search = `{
  search(text: "housing", kinds: [PRACTICE], filter: { country: ["SE"] }, first: 3) {
    totalCount
    facets { name values { value label count } }
    edges {
      reasons { code text }
      node {
        id
        title { value language }
        ... on Practice { evidenceLevel city { title { value } } sources { citation url } }
      }
    }
  }
}`

export const loader = ({ context }: LoaderFunctionArgs) => ({
  locale: context.locale,
  endpoint: `${context.publicUrl}/graphql`,
  canonical: canonicalUrl(context, '/api'),
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageMeta(data.locale, { title: t(data.locale, 'api.title'), canonical: data.canonical }) : []

/** How to get the data by machine. */
export default function Api() {
  const { t } = useWords()
  const { endpoint } = useLoaderData<typeof loader>()
  const call = `curl ${endpoint} \\\n  -H 'content-type: application/json' -H 'accept-language: en' \\\n  -d '{"query":"{ search(text: \\"Wohnung\\") { totalCount nodes { title { value } url } } }"}'`
  return (
    <>
      <PageHeading title={t('api.title')} strapline={t('api.intro')} />
      <Section id="ask" title={t('api.ask')}>
        <p>
          {t('api.askText')} <a href={endpoint}>{endpoint}</a>
        </p>
        <pre>
          <code>{call}</code>
        </pre>
      </Section>
      <Section id="search" title={t('api.search')}>
        <p>{t('api.searchText')}</p>
        <pre>
          <code>{search}</code>
        </pre>
      </Section>
      <Section id="rules" title={t('api.rules')}>
        <ul>
          <li>{t('api.ids')}</li>
          <li>{t('api.pages')}</li>
          <li>{t('api.languages')}</li>
          <li>{t('api.errors')}</li>
          <li>{t('api.limits')}</li>
          <li>{t('api.licence')}</li>
        </ul>
      </Section>
    </>
  )
}
