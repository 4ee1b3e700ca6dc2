import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { keepingTyped } from '../account/keeping-typed.server.ts'
import { textOf } from '../account/submit.server.ts'
import { CurationNav } from '../curation/curation-nav.tsx'
import { curationLinks } from '../curation/links.ts'
import { loadRule, saveRule } from '../curation/rule.server.ts'
import { RuleForm } from '../curation/rule-form.tsx'
import { langOf } from '../entry/text.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/callout.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const loaded = await loadRule(context, params.id ?? '', url)
  return { locale: context.locale, ...loaded, done: url.searchParams.has('done') }
}

export const action = keepingTyped(async ({ context, params }, form) => {
  const back = await saveRule(context, params.id ?? '', form)
  if (back) return data(back, { status: 400 })
  const query = new URLSearchParams({ language: textOf(form, 'language'), done: '1' })
  return redirect(`${href(context.locale, `/curation/networks/${params.id}`)}?${query}`, 303)
})

export const links = curationLinks

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'curation.rules')

export default function RulePage() {
  const { t, href, locale, language: nameOf } = useWords()
  const { network, rule, path, language, languages, done } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <>
      <CurationNav here="/curation/networks" />
      <ErrorSummary problems={state?.problems ?? []} />
      <PageHeading
        kind={t('curation.rules')}
        title={network.title.value}
        lang={langOf(locale, network.title)}
        strapline={<span lang={locale}>{t('curation.ruleLede')}</span>}
      />
      {done && !state ? <Notice>{t('curation.done_rule')}</Notice> : null}
      <form method="get" action={href(path)} className="attachment-language">
        <Field
          name="language"
          label={t('curation.questionsIn')}
          value={language}
          options={languages.map((tag) => ({ value: tag, label: nameOf(tag) }))}
        />
        <p>
          <Button look="secondary">{t('file.changeLanguage')}</Button>
        </p>
      </form>
      <RuleForm key={language} rule={rule} language={language} state={state} />
    </>
  )
}
