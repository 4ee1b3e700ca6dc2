import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { problem } from '../api.server.ts'
import { CurationNav } from '../curation/curation-nav.tsx'
import { curationLinks } from '../curation/links.ts'
import { curatedNetworks } from '../curation/load-queue.server.ts'
import { RolesQuery } from '../curation/queue.query.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { asMember } from '../member/as-member.server.ts'
import { IndexList } from '../ui/index-list.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

const path = '/curation/networks'

export async function loader({ context }: LoaderFunctionArgs) {
  const { curates } = await asMember(context, path, () => context.execute(RolesQuery, {}))
  if (!curates) throw problem(403)
  const networks = await curatedNetworks(context)
  const [only] = networks
  // Most secretariats run one network: there is nothing to choose.
  if (only && networks.length === 1) throw redirect(href(context.locale, `${path}/${only.id}`), 303)
  return { locale: context.locale, networks }
}

export const links = curationLinks

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'curation.rules')

export default function RulesPage() {
  const { t, href } = useWords()
  const { networks } = useLoaderData<typeof loader>()
  return (
    <>
      <CurationNav here={path} />
      <PageHeading title={t('curation.rules')} strapline={t('curation.rulesLede')} />
      <IndexList items={networks.map(({ id, title }) => ({ href: href(`${path}/${id}`), label: title }))} />
    </>
  )
}
