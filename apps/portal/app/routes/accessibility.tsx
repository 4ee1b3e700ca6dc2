import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { canonicalUrl, pageMeta } from '../page-meta.ts'
import { PageHeading } from '../ui/page-heading.tsx'
import { Section } from '../ui/section.tsx'

export const loader = ({ context }: LoaderFunctionArgs) => ({
  locale: context.locale,
  canonical: canonicalUrl(context, '/accessibility'),
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta(data.locale, { title: t(data.locale, 'accessibility.title'), canonical: data.canonical })
    : []

/** What works for whom, how it was checked, and what does not work yet. */
export default function Accessibility() {
  const { t } = useWords()
  return (
    <>
      <PageHeading title={t('accessibility.title')} strapline={t('accessibility.intro')} />
      <Section id="works" title={t('accessibility.works')}>
        <ul>
          <li>{t('accessibility.script')}</li>
          <li>{t('accessibility.keyboard')}</li>
          <li>{t('accessibility.zoom')}</li>
          <li>{t('accessibility.contrast')}</li>
          <li>{t('accessibility.motion')}</li>
          <li>{t('accessibility.charts')}</li>
          <li>{t('accessibility.language')}</li>
        </ul>
      </Section>
      <Section id="checked" title={t('accessibility.checked')}>
        <p>{t('accessibility.checkedText')}</p>
      </Section>
      <Section id="limits" title={t('accessibility.limits')}>
        <ul>
          <li>{t('accessibility.limitReader')}</li>
          <li>{t('accessibility.limitEnglish')}</li>
          <li>{t('accessibility.limitMachine')}</li>
          <li>{t('accessibility.limitOutside')}</li>
        </ul>
      </Section>
      <Section id="tell" title={t('accessibility.tell')}>
        <p>{t('accessibility.tellText')}</p>
      </Section>
    </>
  )
}
