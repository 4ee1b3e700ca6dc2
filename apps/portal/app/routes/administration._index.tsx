import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { Intent } from '../account/account-sections.tsx'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { asMember } from '../member/as-member.server.ts'
import { PeopleQuery, type Person } from '../people/people.query.ts'
import { actOnPeople } from '../people/people-action.server.ts'
import { PeopleNav } from '../people/people-nav.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/callout.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { NextPage } from '../ui/next-page.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

const path = '/administration'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const q = (searchParams.get('q') ?? '').slice(0, 200)
  const variables = { text: q, after: searchParams.get('after') }
  const { people, viewer } = await asMember(context, path, () => context.execute(PeopleQuery, variables))
  return { locale: context.locale, q, people, own: viewer?.id, done: searchParams.has('done') }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const problems = await actOnPeople(context, await request.formData())
  if (problems) return data({ problems }, { status: 400 })
  return redirect(`${href(context.locale, path)}?done=1`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'people.title')

function Actions({ person }: { readonly person: Person }) {
  const { t } = useWords()
  const { id, name, state, isAdministrator } = person
  const suspended = state === 'SUSPENDED'
  const buttons = [
    suspended
      ? { intent: 'restore', label: t('people.restore', { name }) }
      : { intent: 'suspend', label: t('people.suspend', { name }) },
    isAdministrator
      ? { intent: 'demote', label: t('people.demote', { name }) }
      : { intent: 'promote', label: t('people.promote', { name }) },
  ]
  return (
    <div className="people-actions">
      {buttons.map(({ intent, label }) => (
        <form method="post" key={intent}>
          <Intent value={intent} />
          <Button look="quiet" name="id" value={id}>
            {label}
          </Button>
        </form>
      ))}
    </div>
  )
}

export default function PeoplePage() {
  const { t, href, date, number } = useWords()
  const { q, people, own, done } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <>
      <PeopleNav here={path} />
      <ErrorSummary problems={state?.problems ?? []} />
      <PageHeading title={t('people.title')} strapline={t('people.lede')} />
      {done && !state ? <Notice>{t('member.done')}</Notice> : null}
      <search>
        <form method="get" action={href(path)} className="directory-form" data-enhance="tidy">
          <Field name="q" type="search" label={t('people.find')} value={q} />
          <p>
            <Button look="secondary">{t('member.find')}</Button>
          </p>
        </form>
      </search>
      <DataTable
        caption={t('people.count', { count: people.totalCount })}
        rows={people.nodes}
        rowKey={(person) => person.id}
        columns={[
          { label: t('people.name'), cell: (person) => person.name },
          { label: t('account.email'), cell: (person) => person.email },
          {
            label: t('people.state'),
            cell: (person) =>
              t(person.isAdministrator ? 'people.administrator' : `people.state_${person.state}`),
          },
          { label: t('people.joined'), cell: (person) => date(person.joinedAt.slice(0, 10)) },
          { label: t('people.belongs'), numeric: true, cell: (person) => number(person.affiliationCount) },
          {
            label: t('people.history'),
            cell: (person) => (
              <a href={`${href('/administration/trail')}?member=${person.id}`}>
                {t('people.historyOf', { name: person.name })}
              </a>
            ),
          },
          {
            label: t('people.change'),
            cell: (person) => (person.id === own ? t('people.self') : <Actions person={person} />),
          },
        ]}
      />
      <NextPage path={path} query={{ q }} pageInfo={people.pageInfo} />
    </>
  )
}
