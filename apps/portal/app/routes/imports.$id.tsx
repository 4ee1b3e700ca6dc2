import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { useWords } from '../i18n/use-words.tsx'
import { ImportColumnsQuery, ImportQuery } from '../import/import.query.ts'
import { actOnImport } from '../import/import-action.server.ts'
import { ImportMapping } from '../import/import-mapping.tsx'
import { CommitForm, ImportOutcome, ImportProgress, isRunning, UndoForm } from '../import/import-steps.tsx'
import { ImportObstacles, ImportVerdicts } from '../import/import-verdicts.tsx'
import { asMember } from '../member/as-member.server.ts'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

const verdicts = ['NEW', 'CHANGED', 'SAME', 'REFUSED'] as const

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const id = params.id ?? ''
  const asked = verdicts.find((each) => each === searchParams.get('verdict')) ?? null
  const read = (verdict: typeof asked) =>
    context.execute(ImportQuery, { id, verdict, after: searchParams.get('after') })
  const path = `/imports/${id}`
  const first = (await asMember(context, path, () => read(asked))).import
  // What is wrong is what one wants to see first.
  const verdict = asked ?? (first.counts && first.counts.refused > 0 ? ('REFUSED' as const) : null)
  const run = verdict === asked ? first : (await read(verdict)).import
  const { importColumns } = await context.execute(ImportColumnsQuery, { kind: run.kind })
  return { locale: context.locale, run, columns: importColumns, verdict: verdict ?? '' }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return await actOnImport(context, await request.formData(), params.id ?? '')
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...accountMeta(data, 'import.title'),
  ...(data && isRunning(data.run) ? [{ httpEquiv: 'refresh', content: '3' }] : []),
]

export default function ImportPage() {
  const { t, href } = useWords()
  const { run, columns, verdict } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const resting = !isRunning(run)
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t('import.title'), href: href('/imports') },
          { label: run.fileName, lang: '' },
        ]}
      />
      <ErrorSummary problems={refused?.problems ?? []} />
      <PageHeading
        kind={t(`import.kind_${run.kind}`)}
        title={run.fileName}
        lang=""
        strapline={t(`import.state_${run.state}`)}
      />
      {resting ? <ImportOutcome run={run} /> : <ImportProgress run={run} />}
      <ImportObstacles run={run} columns={columns} />
      {run.state === 'CHECKED' ? <CommitForm run={run} /> : null}
      <UndoForm run={run} />
      {resting ? <ImportVerdicts run={run} columns={columns} verdict={verdict} /> : null}
      {run.state === 'MAPPING' || run.state === 'CHECKED' ? (
        <ImportMapping run={run} columns={columns} />
      ) : null}
    </>
  )
}
