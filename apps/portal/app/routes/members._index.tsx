import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { useWords } from '../i18n/use-words.tsx'
import { DirectoryForm, MemberRow } from '../member/directory-parts.tsx'
import { loadDirectory } from '../member/load-directory.server.ts'
import { OwnNav } from '../member/own-nav.tsx'
import { Notice } from '../ui/callout.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { NextPage } from '../ui/next-page.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

export const loader = async ({ context, request }: LoaderFunctionArgs) => ({
  locale: context.locale,
  ...(await loadDirectory(context, request)),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'member.navDirectory')

const shortcuts = ['INTERPRETING', 'MEDIATING', 'MENTORING'] as const

export default function DirectoryPage() {
  const { t, href } = useWords()
  const { params, choices, directory, unknownCity, city } = useLoaderData<typeof loader>()
  const { totalCount, nodes, pageInfo } = directory
  return (
    <>
      <OwnNav here="/members" />
      <PageHeading title={t('member.navDirectory')} strapline={t('member.directoryLede')}>
        <ul className="directory-shortcuts">
          {shortcuts.map((offer) => (
            <li key={offer}>
              <a href={`${href('/members')}?offer=${offer}`}>{t(`member.list_${offer}`)}</a>
            </li>
          ))}
        </ul>
      </PageHeading>
      <DirectoryForm params={params} choices={choices} city={city} />
      {unknownCity ? (
        <Notice tone="attention">{t('member.unknownCity', { name: params.city })}</Notice>
      ) : null}
      {totalCount === 0 ? (
        <EmptyState title={t('member.nobody')} text={t('member.nobodyText')} />
      ) : (
        <>
          <p role="status">{t('member.count', { count: totalCount })}</p>
          <ul className="member-list">
            {nodes.map((member) => (
              <MemberRow key={member.id} member={member} />
            ))}
          </ul>
          <NextPage path="/members" query={params} pageInfo={pageInfo} />
        </>
      )}
    </>
  )
}
