import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { keepingTyped } from '../account/keeping-typed.server.ts'
import { problem } from '../api.server.ts'
import { CurationNav } from '../curation/curation-nav.tsx'
import { EntriesQuery, EntryQuery } from '../curation/entries.query.ts'
import { actOnEntry } from '../curation/entry-action.server.ts'
import { ConfirmAct, EntryActs, MergeAct } from '../curation/entry-acts.tsx'
import { curationLinks } from '../curation/links.ts'
import { kindWord } from '../entry/kind.ts'
import { langOf } from '../entry/text.ts'
import { isWordKey } from '../i18n/catalogue.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { asMember } from '../member/as-member.server.ts'
import { Notice } from '../ui/callout.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FactLine } from '../ui/fact-line.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

const pathOf = (id: string | undefined) => `/curation/entries/${id ?? ''}`

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { searchParams, search } = new URL(request.url)
  const path = pathOf(params.id)
  const shown = await asMember(context, `${path}${search}`, () =>
    context.execute(EntryQuery, { entry: params.id ?? '' }),
  )
  const { curatedEntry: entry } = shown
  if (!entry) throw problem(403)
  const q = (searchParams.get('q') ?? '').trim().slice(0, 200)
  const done = searchParams.get('done') ?? ''
  const filter = { text: q, kind: entry.kind, state: 'PUBLISHED' as const }
  const found =
    q === '' ? null : (await context.execute(EntriesQuery, { filter, after: null })).curatedEntries
  const others = found?.nodes.filter(({ id }) => id !== entry.id) ?? null
  return { locale: context.locale, ...shown, entry, path, q, done, others }
}

export const action = keepingTyped(async ({ context, params }, form) => {
  const path = pathOf(params.id)
  const result = await actOnEntry(context, params.id ?? '', form, path)
  if (result.problems.length > 0) return data(result, { status: 400 })
  const into = form.get('into')
  const next = result.intent === 'merge' && typeof into === 'string' ? pathOf(into) : path
  return redirect(`${href(context.locale, next)}?done=${result.intent}`, 303)
})

export const links = curationLinks

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'curation.entries')

export default function EntryPage() {
  const { t, locale, href } = useWords()
  const shown = useLoaderData<typeof loader>()
  const { entry, canCurate, canConfirm, revisionOf, path, q, done, others } = shown
  const result = useActionData<typeof action>()
  const notice = `curation.done_${done}`
  return (
    <>
      <CurationNav here={canCurate ? '/curation/entries' : undefined} />
      <ErrorSummary problems={result?.problems ?? []} />
      <PageHeading
        kind={kindWord(locale, entry.kind)}
        title={entry.title.value}
        lang={langOf(locale, entry.title)}
      >
        <FactLine
          facts={[
            t(`curation.entry_${entry.state}`),
            entry.isFeatured ? t('curation.featured') : null,
            entry.state === 'PUBLISHED' ? (
              <a key="page" href={href(entry.path)}>
                {t('curation.read')}
              </a>
            ) : null,
            revisionOf ? (
              <a key="revision" href={href(`/curation/${revisionOf.id}`)}>
                {t('curation.underway')}
              </a>
            ) : null,
          ]}
        />
      </PageHeading>
      {isWordKey(notice) && !result ? <Notice>{t(notice)}</Notice> : null}
      {canConfirm ? <ConfirmAct entry={entry} /> : null}
      {canCurate ? <EntryActs entry={entry} result={result} /> : null}
      {canCurate && entry.state === 'PUBLISHED' ? (
        <MergeAct entry={entry} result={result} q={q} found={others} path={path} />
      ) : null}
    </>
  )
}
