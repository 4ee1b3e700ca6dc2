import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { Name } from '../entry/marked.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { StopLettersMutation, type Stopping, StoppingQuery } from '../news/news.query.ts'
import { Button } from '../ui/button.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

const secretIn = (request: Request) => new URL(request.url).searchParams.get('secret') ?? ''

/** Null for a link that is not one of ours. */
async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Response && error.status === 400) return null
    throw error
  }
}

// A link that is only looked at, by a scanner of mails say, stops nothing: that takes the button, or the mail program's.
export async function loader({ context, request }: LoaderFunctionArgs) {
  const answer = await orNull(() => context.execute(StoppingQuery, { secret: secretIn(request) }))
  return { locale: context.locale, stopping: answer?.stopping ?? null }
}

// Mail programs post here by themselves, with no cookie and from nowhere (RFC 8058).
export async function action({ context, request }: ActionFunctionArgs) {
  const { outcome } = await context.execute(StopLettersMutation, { secret: secretIn(request) })
  return data({ stopped: outcome.stopping }, { status: outcome.stopping ? 200 : 400 })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'news.stopTitle')

export default function StopLettersPage() {
  const { t, href } = useWords()
  const { stopping } = useLoaderData<typeof loader>()
  const stopped = useActionData<typeof action>()?.stopped
  return (
    <div className="form-page">
      <PageHeading
        title={t(stopped ? 'news.stopped' : stopping ? 'news.stopTitle' : 'news.stopUnknown')}
        strapline={stopping ? <What stopping={stopping} /> : t('news.stopUnknownText')}
      />
      {stopping && !stopped ? (
        <form method="post">
          <Button>{t('news.stopButton')}</Button>
        </form>
      ) : null}
      <p className="form-after">
        <a href={href('/account/follows')}>{t('news.wayChoices')}</a>
      </p>
    </div>
  )
}

function What({ stopping }: { readonly stopping: Stopping }) {
  const { t, rich } = useWords()
  const { stops, sort, rhythm, title } = stopping
  if (stops === 'SORT' && sort) return t(`news.stop_${sort}`)
  if (stops === 'DIGEST') return t(rhythm === 'WEEKLY' ? 'news.stopWeekly' : 'news.stopDaily')
  return title ? rich('news.stopWatch', { name: <Name key="name">{title.value}</Name> }) : t('news.stopGone')
}
