import { kindNames, kinds } from '@hansa/domain/kind'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { errorOf, FormPage } from '../account/form-page.tsx'
import { signInFirst, submit, textOf } from '../account/submit.server.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { SaveSearchMutation } from '../news/news.query.ts'
import { entryKindOf, type SearchVariables } from '../search/load-search.server.ts'
import { readSearchParams, searchQuery } from '../search/search-params.ts'
import { Field } from '../ui/field.tsx'

const path = '/account/follows/save'

/** The search that an address names: that of a list where `in` names one, else that of all kinds. */
function searchIn(request: Request) {
  const { searchParams } = new URL(request.url)
  const kind = kindNames.find((name) => kinds[name].path === searchParams.get('in')) ?? null
  const params = { ...readSearchParams(searchParams), near: '', page: 1, more: [], map: false }
  const query = searchQuery(params)
  return { kind, params, back: `${kind ? `/${kinds[kind].path}` : '/search'}${query}` }
}

const ownPath = (request: Request) => `${path}${new URL(request.url).search}`

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { locale } = context
  if (!context.signedIn) throw signInFirst(locale, href(locale, ownPath(request)))
  const { params, back } = searchIn(request)
  return { locale, name: params.q, back }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { locale } = context
  const { kind, params } = searchIn(request)
  const where = { locale, path: href(locale, ownPath(request)), field: 'name' }
  const name = textOf(await request.formData(), 'name')
  const { problems } = await submit(where, () =>
    context.execute(SaveSearchMutation, {
      name,
      text: params.q,
      kinds: kind ? [entryKindOf(kind)] : null,
      filter: params.filters as SearchVariables['filter'],
    }),
  )
  if (problems)
    return data(
      { problems: [{ field: 'name', message: t(locale, 'news.problem_save') }], name },
      { status: 400 },
    )
  return redirect(`${href(locale, '/account/follows')}?done=1`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'news.saveSearch')

export default function SaveSearchPage() {
  const { t, href } = useWords()
  const { name, back } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <FormPage
      title={t('news.saveSearch')}
      lede={t('news.saveSearchLede')}
      state={state}
      button={t('news.saveSearch')}
      after={<a href={href(back)}>{t('news.backToSearch')}</a>}
    >
      <Field
        name="name"
        label={t('news.searchName')}
        hint={t('news.searchNameHint')}
        value={state?.name ?? name}
        error={errorOf(state, 'name')}
        autoComplete="off"
      />
    </FormPage>
  )
}
