import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { graphql } from '../graphql.ts'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { canonicalUrl, pageMeta } from '../page-meta.ts'
import { DataTable } from '../ui/data-table.tsx'
import { ReadingLayout } from '../ui/layout.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Section } from '../ui/section.tsx'
import { SectionNav } from '../ui/section-nav.tsx'

const AboutQuery = graphql(`query About { stats { countries entries { kind count } } }`)

export async function loader({ context }: LoaderFunctionArgs) {
  const { stats } = await context.execute(AboutQuery, {})
  return { locale: context.locale, stats, canonical: canonicalUrl(context, '/about') }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta(data.locale, {
        title: t(data.locale, 'about.title'),
        description: t(data.locale, 'about.intro'),
        canonical: data.canonical,
      })
    : []

const evidence = [
  { level: 'state.evidence0', meaning: 'about.evidence0' },
  { level: 'state.evidence1', meaning: 'about.evidence1' },
  { level: 'state.evidence2', meaning: 'about.evidence2' },
  { level: 'state.evidence3', meaning: 'about.evidence3' },
  { level: 'state.evidence4', meaning: 'about.evidence4' },
  { level: 'state.evidence5', meaning: 'about.evidence5' },
] as const

export default function About() {
  const { t, number } = useWords()
  const { stats } = useLoaderData<typeof loader>()
  const total = stats.entries.reduce((sum, one) => sum + one.count, 0)
  const sections = [
    { id: 'what', label: t('about.what') },
    { id: 'from', label: t('about.from') },
    { id: 'evidence', label: t('about.evidence') },
    { id: 'fresh', label: t('about.fresh') },
    { id: 'found', label: t('about.found') },
    { id: 'use', label: t('about.use') },
  ]
  return (
    <>
      <PageHeading title={t('about.title')} strapline={t('about.intro')} />
      <ReadingLayout aside={<SectionNav items={sections} />}>
        <Section id="what" title={t('about.what')}>
          <p>{t('about.whatText', { total: number(total), countries: number(stats.countries) })}</p>
          <p>{t('about.whatKinds')}</p>
        </Section>
        <Section id="from" title={t('about.from')}>
          <p>{t('about.fromText')}</p>
          <p>{t('about.fromStated')}</p>
          <p>{t('about.fromCoverage')}</p>
        </Section>
        <Section id="evidence" title={t('about.evidence')}>
          <p>{t('about.evidenceText')}</p>
          <DataTable
            caption={t('about.evidenceCaption')}
            hideCaption
            rows={evidence}
            rowKey={(row) => row.level}
            columns={[
              { label: t('about.evidenceWord'), cell: (row) => t(row.level) },
              { label: t('about.evidenceMeaning'), cell: (row) => t(row.meaning) },
            ]}
          />
        </Section>
        <Section id="fresh" title={t('about.fresh')}>
          <p>{t('about.freshText')}</p>
        </Section>
        <Section id="found" title={t('about.found')}>
          <p>{t('about.foundText')}</p>
          <p>{t('about.foundOrder')}</p>
        </Section>
        <Section id="use" title={t('about.use')}>
          <p>{t('about.useText')}</p>
          <p>{t('about.usePrivacy')}</p>
        </Section>
      </ReadingLayout>
    </>
  )
}
