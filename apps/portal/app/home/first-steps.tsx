import { useWords } from '../i18n/use-words.tsx'
import { Section } from '../ui/section.tsx'

const steps = [
  {
    who: 'home.practitioner',
    text: 'home.practitionerText',
    step: 'home.practitionerStep',
    path: '/practices',
    further: true,
  },
  { who: 'home.secretariat', text: 'home.secretariatText', step: 'home.secretariatStep', path: '/networks' },
  { who: 'home.ngo', text: 'home.ngoText', step: 'home.ngoStep', path: '/projects' },
  { who: 'home.peers', text: 'home.peersText', step: 'home.peersStep', path: '/visits' },
] as const

/** For whom this is, each with a first step that works today. */
export function FirstSteps() {
  const { t, href } = useWords()
  return (
    <Section id="for-whom" title={t('home.forWhom')}>
      <div className="first-steps">
        {steps.map(({ who, text, step, path, ...more }) => (
          <div key={who}>
            <h3>{t(who)}</h3>
            <p>{t(text)}</p>
            <p>
              <a href={href(path)}>{t(step)}</a>
            </p>
            {'further' in more ? (
              <p>
                <a href={href('/write')}>{t('writing.describeYours')}</a>
              </p>
            ) : null}
          </div>
        ))}
      </div>
    </Section>
  )
}
