import type { GivenText } from '../entry/entry.fields.ts'
import { EntryLink } from '../entry/entry-link.tsx'
import { EntryProse } from '../entry/entry-prose.tsx'
import { Plain } from '../entry/marked.tsx'
import { langOf } from '../entry/text.ts'
import { useWords } from '../i18n/use-words.tsx'
import type { PracticePage } from './practice.fields.ts'

export interface StoryPart {
  /** Heading within the section; none for its first text. */
  readonly heading?: string
  readonly text: GivenText | null
}

/** Texts of the story below each other. Ones that are not stated say so. */
export function PracticeStory({
  title,
  parts,
}: {
  readonly title: GivenText
  readonly parts: readonly StoryPart[]
}) {
  const { t } = useWords()
  return (
    <>
      {parts.map(({ heading, text }) => (
        <div className="story-part" key={heading ?? ''}>
          {heading ? <h3>{heading}</h3> : null}
          {text ? <EntryProse text={text} title={title} /> : <p className="quiet">{t('ui.notStated')}</p>}
        </div>
      ))}
    </>
  )
}

/** What was done, as numbered steps with who, how long and what came out. */
export function PracticeSteps({ steps }: { readonly steps: PracticePage['solution'] }) {
  const { t, locale } = useWords()
  return (
    <ol className="steps">
      {steps.map(({ text, actor, duration, output }, index) => (
        <li key={index}>
          <p lang={langOf(locale, text)}>{text.value}</p>
          <StepFacts
            facts={[
              [t('practice.stepActor'), actor],
              [t('practice.stepDuration'), duration],
              [t('practice.stepOutput'), output],
            ]}
          />
        </li>
      ))}
    </ol>
  )
}

function StepFacts({ facts }: { readonly facts: readonly (readonly [string, string | null])[] }) {
  const stated = facts.filter(([, value]) => value)
  if (stated.length === 0) return null
  return (
    <dl className="step-facts">
      {stated.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <Plain>{value ?? ''}</Plain>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The building blocks it is made of, each with what it does. */
export function PracticeComponents({ components }: { readonly components: PracticePage['components'] }) {
  const { locale } = useWords()
  return (
    <ul className="component-list">
      {components.map((component) => (
        <li key={component.id}>
          <EntryLink entry={component} />
          {component.summary ? (
            <p className="quiet" lang={langOf(locale, component.summary)}>
              {component.summary.value}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
