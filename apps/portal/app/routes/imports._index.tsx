import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { langOf } from '../entry/text.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { ImportsQuery } from '../import/import.query.ts'
import { ImportStart } from '../import/import-start.tsx'
import { sendingProblems, tableKinds } from '../import/import-words.ts'
import { asMember } from '../member/as-member.server.ts'
import { OwnNav } from '../member/own-nav.tsx'
import { PeopleNav } from '../people/people-nav.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Section } from '../ui/section.tsx'

const path = '/imports'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const sent = /^impo_[0-9a-z]{12}$/.exec(searchParams.get('import') ?? '')?.[0]
  if (sent) throw redirect(href(context.locale, `${path}/${sent}`), 303)
  const { imports, importNetworks, viewer } = await asMember(context, path, () =>
    context.execute(ImportsQuery, {}),
  )
  const administers = viewer?.isAdministrator === true
  const kind = tableKinds.find((each) => each === searchParams.get('kind')) ?? null
  const asked = importNetworks.find(({ id }) => id === searchParams.get('network'))?.id
  const network = asked ?? (administers ? '' : (importNetworks[0]?.id ?? ''))
  const key = sendingProblems[searchParams.get('problem') ?? '']
  const problems = key ? [{ field: 'file', message: t(context.locale, key) }] : []
  return { locale: context.locale, imports, networks: importNetworks, administers, kind, network, problems }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'import.title')

export default function ImportsPage() {
  const { t, href, date, number, locale } = useWords()
  const { imports, administers, problems, ...start } = useLoaderData<typeof loader>()
  return (
    <>
      {administers ? <PeopleNav here={path} /> : <OwnNav />}
      <ErrorSummary problems={problems} />
      <PageHeading title={t('import.title')} strapline={t('import.lede')} />
      <ImportStart {...start} administers={administers} error={problems[0]?.message} />
      {imports.length > 0 ? (
        <Section id="imports" title={t('import.list')}>
          <DataTable
            caption={t('import.list')}
            hideCaption
            rows={imports}
            rowKey={({ id }) => id}
            columns={[
              {
                label: t('import.file'),
                cell: ({ id, fileName }) => (
                  <a href={href(`${path}/${id}`)} lang="">
                    {fileName}
                  </a>
                ),
              },
              { label: t('import.what'), cell: ({ kind }) => t(`import.kind_${kind}`) },
              {
                label: t('import.forNetwork'),
                cell: ({ network }) =>
                  network ? (
                    <span lang={langOf(locale, network.title)}>{network.title.value}</span>
                  ) : (
                    t('import.forNobody')
                  ),
              },
              { label: t('import.rows'), numeric: true, cell: ({ rowCount }) => number(rowCount) },
              { label: t('import.state'), cell: ({ state }) => t(`import.state_${state}`) },
              { label: t('import.sent'), cell: ({ sentAt }) => date(sentAt.slice(0, 10)) },
            ]}
          />
        </Section>
      ) : null}
    </>
  )
}
