import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { useWords } from '../i18n/use-words.tsx'
import { asMember } from '../member/as-member.server.ts'
import { OwnNav } from '../member/own-nav.tsx'
import { useAdministers } from '../member/use-administers.ts'
import { TrailQuery } from '../people/people.query.ts'
import { PeopleNav } from '../people/people-nav.tsx'
import { trailFilter, trailParams, trailQuery } from '../people/trail.ts'
import { TrailTable } from '../people/trail-table.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { NextPage } from '../ui/next-page.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

const path = '/administration/trail'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const params = trailParams(url)
  const variables = { filter: trailFilter(params), after: url.searchParams.get('after') }
  const { auditTrail } = await asMember(context, `${path}${url.search}`, () =>
    context.execute(TrailQuery, variables),
  )
  return { locale: context.locale, params, trail: auditTrail }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'people.trail')

export default function TrailPage() {
  const { t, href } = useWords()
  const { params, trail } = useLoaderData<typeof loader>()
  const administers = useAdministers()
  return (
    <>
      {administers ? <PeopleNav here={path} /> : <OwnNav />}
      <PageHeading title={t('people.trail')} strapline={t('people.trailLede')} />
      <search>
        <form method="get" action={href(path)} className="directory-form" data-enhance="tidy">
          {(['entry', 'member'] as const).map((name) =>
            administers ? (
              <Field key={name} name={name} label={t(`people.${name}`)} value={params[name]} />
            ) : (
              <input key={name} type="hidden" name={name} value={params[name]} />
            ),
          )}
          <Field name="action" label={t('people.action')} value={params.action} />
          <Field name="from" type="date" label={t('people.from')} value={params.from} />
          <Field name="to" type="date" label={t('people.to')} value={params.to} />
          <p>
            <Button>{t('member.find')}</Button>
          </p>
        </form>
      </search>
      <p className="trail-download">
        <ButtonLink look="secondary" href={`${href('/administration/trail.csv')}?${trailQuery(params)}`}>
          {t('people.table')}
        </ButtonLink>
      </p>
      <div className="trail-table">
        <TrailTable count={trail.totalCount} records={trail.nodes} />
      </div>
      <NextPage path={path} query={Object.fromEntries(trailQuery(params))} pageInfo={trail.pageInfo} />
    </>
  )
}
