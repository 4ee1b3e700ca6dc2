import { Intent } from '../account/account-sections.tsx'
import { useWords } from '../i18n/use-words.tsx'
import { Button, type ButtonLook } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Fold } from '../ui/fold.tsx'
import { Section } from '../ui/section.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { usePage, useSent } from './page-context.tsx'

/** Everything a curator can do with it now. */
export function Decide() {
  const { t } = useWords()
  const { revision } = usePage()
  const can = (act: (typeof revision.viewerCan)[number]) => revision.viewerCan.includes(act)
  const open = revision.checklist.filter(({ answer }) => answer === null || answer === 'NOT_MET').length
  const isSet = revision.publishAt !== null
  const acts = [
    can('TAKE_UP') && <OneAct key="takeUp" intent="takeUp" label={t('curation.takeUp')} />,
    can('ACCEPT') && (
      <OneAct
        key="accept"
        intent="accept"
        look={open > 0 ? 'secondary' : 'primary'}
        label={t('curation.accept')}
      />
    ),
    can('PUBLISH') && <OneAct key="publish" intent="publish" label={t('curation.publish')} />,
    can('SCHEDULE') && isSet && (
      <OneAct key="hold" intent="hold" look="secondary" label={t('curation.hold')} />
    ),
    can('SCHEDULE') && <Schedule key="schedule" />,
    can('REQUEST_CHANGES') && <Reasoned key="requestChanges" intent="requestChanges" />,
    can('REJECT') && <Reasoned key="reject" intent="reject" />,
    can('RELEASE') && <Reasoned key="release" intent="release" />,
  ].filter(Boolean)
  if (acts.length === 0) return null
  return (
    <Section id="decide" title={t('curation.decide')}>
      {can('ACCEPT') && open > 0 ? (
        <p>
          {t('curation.checkFirst', { count: open })} <a href="#checklist">{t('curation.checklist')}</a>
        </p>
      ) : null}
      <div className="acts">{acts}</div>
    </Section>
  )
}

interface OneActProps {
  readonly intent: string
  readonly label: string
  readonly look?: ButtonLook
}

function OneAct({ intent, label, look = 'primary' }: OneActProps) {
  return (
    <form method="post">
      <Intent value={intent} />
      <Button look={look}>{label}</Button>
    </form>
  )
}

/** A step of which those who wrote it must be told why. */
function Reasoned({ intent }: { readonly intent: 'requestChanges' | 'reject' | 'release' }) {
  const { t } = useWords()
  const sent = useSent(intent)
  return (
    <Fold title={t(`curation.reasoned_${intent}`)} open={sent.isBack}>
      <form method="post" className="form-fields">
        <Intent value={intent} />
        <TextArea
          id={`reason-${intent}`}
          name="reason"
          label={t(`curation.reasonedWhy_${intent}`)}
          hint={t('curation.reasonHint')}
          value={sent.value('reason')}
          error={sent.error(`reason-${intent}`)}
          maxLength={4000}
        />
        <p>
          <Button look="secondary">{t(`curation.reasonedNow_${intent}`)}</Button>
        </p>
      </form>
    </Fold>
  )
}

/** Publishes at a time; in UTC, because nobody has said where the reader's clock is. */
function Schedule() {
  const { t } = useWords()
  const { revision } = usePage()
  const sent = useSent('schedule')
  const [day = '', time = ''] = (revision.publishAt ?? '').split('T')
  return (
    <Fold title={t('curation.schedule')} open={sent.isBack}>
      <form method="post" className="form-fields">
        <Intent value="schedule" />
        <Field
          name="at"
          type="date"
          label={t('curation.day')}
          value={sent.value('at') ?? day}
          error={sent.error('at')}
        />
        <Field
          name="hour"
          label={t('curation.hour')}
          hint={t('curation.hourHint')}
          value={sent.value('hour') ?? (time.slice(0, 5) || '08:00')}
        />
        <p>
          <Button look="secondary">{t('curation.scheduleNow')}</Button>
        </p>
      </form>
    </Fold>
  )
}
