import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { asMember } from '../member/as-member.server.ts'
import { OwnNav } from '../member/own-nav.tsx'
import { ProfileChoicesQuery, ProfileQuery } from '../member/profile.query.ts'
import { saveProfileForm } from '../member/profile-action.server.ts'
import { ProfileForm } from '../member/profile-form.tsx'
import { Notice } from '../ui/callout.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { locale } = context
  const { profile } = await asMember(context, '/account/profile', () => context.execute(ProfileQuery, {}))
  const choices = await context.executeShared(ProfileChoicesQuery, {})
  return { locale, profile, choices, saved: new URL(request.url).searchParams.has('saved') }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const refused = await saveProfileForm(context, await request.formData())
  if (refused) return data(refused, { status: 400 })
  return redirect(`${href(context.locale, '/account/profile')}?saved=1`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'member.profileTitle')

export default function ProfilePage() {
  const { t, href } = useWords()
  const { profile, choices, saved } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <>
      <OwnNav here="/account/profile" />
      <ErrorSummary problems={state?.problems ?? []} />
      <PageHeading title={t('member.profileTitle')} strapline={t('member.profileLede')} />
      {saved && !state ? (
        <Notice>
          {t('member.saved')} <a href={href(`/members/${profile.id}`)}>{t('member.seeOwn')}</a>
        </Notice>
      ) : null}
      <ProfileForm
        profile={state?.profile ?? profile}
        hasConsented={profile.hasConsented}
        choices={choices}
        state={state}
      />
    </>
  )
}
