import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { notFound } from '../api.server.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { LedEntry } from '../member/affiliation-sections.tsx'
import { PlacesQuery } from '../member/affiliations.query.ts'
import { actOnAffiliations, loadPlace } from '../member/affiliations.server.ts'
import { asMember } from '../member/as-member.server.ts'
import { PeopleNav } from '../people/people-nav.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/callout.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

const path = '/administration/places'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { searchParams, search } = new URL(request.url)
  const q = (searchParams.get('q') ?? '').trim().slice(0, 200)
  const id = searchParams.get('entry') ?? ''
  const place = await asMember(context, `${path}${search}`, async () => (id ? loadPlace(context, id) : null))
  if (id && !place) throw notFound()
  const found = q === '' ? null : (await context.execute(PlacesQuery, { text: q })).search.nodes
  return { locale: context.locale, q, found, place, done: searchParams.has('done') }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const entry = new URL(request.url).searchParams.get('entry') ?? ''
  const back = `${path}?${new URLSearchParams({ entry })}`
  const problems = await actOnAffiliations(context, await request.formData(), back)
  if (problems) return data({ problems }, { status: 400 })
  return redirect(`${href(context.locale, back)}&done=1`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'people.places')

export default function PlacesPage() {
  const { t, href } = useWords()
  const { q, found, place, done } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <>
      <PeopleNav here={path} />
      <ErrorSummary problems={state?.problems ?? []} />
      <PageHeading title={t('people.places')} strapline={t('people.placesLede')} />
      {done && !state ? <Notice>{t('member.done')}</Notice> : null}
      <search>
        <form method="get" action={href(path)} className="directory-form">
          <Field
            name="q"
            type="search"
            label={t('member.askWhere')}
            hint={t('member.askHint')}
            value={q || place?.entry.title.value}
          />
          <p>
            <Button look="secondary">{t('member.find')}</Button>
          </p>
        </form>
      </search>
      {found?.length === 0 ? <p>{t('member.askNone', { text: q })}</p> : null}
      {found ? (
        <ul className="plain-list">
          {found.map(({ id, title }) => (
            <li key={id}>
              <a href={`${href(path)}?${new URLSearchParams({ entry: id })}`}>{title.value}</a>
            </li>
          ))}
        </ul>
      ) : null}
      {place ? <LedEntry led={place} own="" /> : null}
    </>
  )
}
