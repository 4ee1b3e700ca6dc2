import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { submit, textOf } from '../account/submit.server.ts'
import { notFound } from '../api.server.ts'
import { Name } from '../entry/marked.tsx'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { ContactForm } from '../member/contact-form.tsx'
import { ContactMutation, MemberQuery } from '../member/directory.query.ts'
import { useMemberFacts } from '../member/member-facts.tsx'
import { pageMeta } from '../page-meta.ts'
import { Notice } from '../ui/callout.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { SummaryList } from '../ui/summary-list.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { member, canContact } = await context.execute(MemberQuery, { id: params.id ?? '' })
  if (!member) throw notFound()
  return { locale: context.locale, member, canContact, sent: new URL(request.url).searchParams.has('sent') }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { locale } = context
  const form = await request.formData()
  const message = textOf(form, 'message')
  const path = href(locale, `/members/${params.id ?? ''}`)
  const { problems } = await submit({ locale, path, field: 'message' }, () =>
    context.execute(ContactMutation, { member: params.id ?? '', message }),
  )
  if (!problems) return redirect(`${path}?sent=1`, 303)
  // Who shows her name to nobody cannot be answered; that is said at the message, where there is no field for it.
  const shown = problems.map((problem) => {
    if (problem.field === 'name') return { field: 'message', message: t(locale, 'member.problem_hidden') }
    return { ...problem, field: 'message' }
  })
  return data({ problems: shown, message }, { status: 400 })
}

// A page that is kept for visitors would show for a while what its member has just closed.
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store, private' })

// A person is found by people, not by search engines.
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageMeta(data.locale, { title: data.member.name, noIndex: true }) : []

export default function MemberPage() {
  const { t } = useWords()
  const { member, canContact, sent } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const facts = useMemberFacts(member)
  return (
    <>
      <ErrorSummary problems={state?.problems ?? []} />
      <PageHeading
        kind={t('member.kind')}
        title={member.name}
        strapline={member.position ? <Name>{member.position}</Name> : null}
        lang=""
      />
      {sent && !state ? <Notice>{t('member.sent')}</Notice> : null}
      <SummaryList items={facts.map((fact) => ({ ...fact, missing: t('member.notSaid') }))} />
      {canContact ? <ContactForm name={member.name} state={state} /> : null}
    </>
  )
}
