import { writtenKinds } from '@hansa/domain/fiche'
import { langOf } from '../entry/text.ts'
import { useWords } from '../i18n/use-words.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { NextPage } from '../ui/next-page.tsx'
import { Section } from '../ui/section.tsx'
import { kindOf } from './kinds.ts'
import { RevisionState, useNextStep } from './state-words.tsx'
import type { RevisionHead, Writing } from './writing.query.ts'

/** Everything a member writes or wrote, with whose turn it is. */
export function OwnWriting({ writing: { ownWriting } }: { readonly writing: Writing }) {
  const { t } = useWords()
  if (ownWriting.totalCount === 0) return null
  return (
    <Section id="own" title={t('writing.own')}>
      <ul className="writing-rows">
        {ownWriting.nodes.map((revision) => (
          <Row key={revision.id} revision={revision} />
        ))}
      </ul>
      <NextPage path="/write" query={{}} pageInfo={ownWriting.pageInfo} />
    </Section>
  )
}

function Row({ revision }: { readonly revision: RevisionHead }) {
  const { t, href, date, locale } = useWords()
  const { id, title, kind, isNew, updatedAt } = revision
  return (
    <li>
      <p className="eyebrow">
        {t(`writing.kind_${kindOf(kind)}`)}
        {isNew ? null : ` · ${t('writing.improvement')}`}
      </p>
      <h3>
        <a href={href(`/write/${id}`)} lang={langOf(locale, title)}>
          {title?.value ?? t('writing.untitled')}
        </a>
      </h3>
      <p>
        <RevisionState state={revision.state} />{' '}
        <span className="quiet">{t('writing.lastChanged', { date: date(updatedAt) })}</span>
      </p>
      <p className="hint">{useNextStep(revision)}</p>
    </li>
  )
}

/** What can be described, each with the way to its short form. */
export function KindList() {
  const { t, href } = useWords()
  return (
    <Section id="new" title={t('writing.new')}>
      <ul className="writing-kinds">
        {writtenKinds.map((kind) => (
          <li key={kind}>
            <a href={href(`/write/new/${kind}`)}>{t(`writing.kind_${kind}`)}</a>
            <span className="hint">{t(`writing.about_${kind}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** For visitors: what it takes to write. */
export function SignInToWrite({ next }: { readonly next: string }) {
  const { t, href } = useWords()
  return (
    <div className="writing-sign-in">
      <p>{t('writing.visitor')}</p>
      <p className="fiche-buttons">
        <ButtonLink href={`${href('/sign-in')}?next=${encodeURIComponent(href(next))}`}>
          {t('account.signIn')}
        </ButtonLink>
        <ButtonLink look="secondary" href={href('/join')}>
          {t('account.join')}
        </ButtonLink>
      </p>
    </div>
  )
}
