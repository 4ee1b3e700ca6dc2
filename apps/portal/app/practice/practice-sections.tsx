import { PracticeCheck, type PracticeCheckProps } from '../comparable/practice-check.tsx'
import { recordSections } from '../entry/entry-record.tsx'
import { Told } from '../entry/marked.tsx'
import type { PageSection } from '../entry/page-sections.tsx'
import { useFilesSection } from '../file/files-section.tsx'
import { useWords } from '../i18n/use-words.tsx'
import type { PracticePage } from './practice.fields.ts'
import { PracticeInShort } from './practice-in-short.tsx'
import {
  MissingFields,
  PracticeSubjects,
  PracticeVisitsAndResources,
  RelatedPractices,
} from './practice-links.tsx'
import { PracticePeople } from './practice-people.tsx'
import { PracticeResults } from './practice-results.tsx'
import { PracticeComponents, PracticeSteps, PracticeStory } from './practice-story.tsx'
import { PracticeMeans, PracticeNeeds, statesMeans } from './practice-transfer.tsx'

/**
 * The sections of a practice in the order of its story. A full fiche says where its sources are silent; a short record
 * shows what is stated, and its note at the top says that the rest is not.
 */
export function usePracticeSections(
  practice: PracticePage,
  check?: PracticeCheckProps,
): readonly PageSection[] {
  const words = useWords()
  return [
    {
      id: 'in-short',
      title: words.t('entry.inShort'),
      content: <PracticeInShort practice={practice} />,
    },
    ...useStorySections(practice),
    useFilesSection(practice),
    ...useUseSections(practice, check),
    ...useLinkSections(practice),
    ...recordSections(words, practice, <MissingFields names={practice.missing} />),
  ]
}

/** What was wrong, what was done, how it went, what came of it. */
function useStorySections(practice: PracticePage): readonly PageSection[] {
  const { t } = useWords()
  const { title, challenge, objectives, solution, components, difficulties, successFactors } = practice
  const full = practice.coverage === 'FULL'
  const parts = (...texts: readonly { heading?: string; text: PracticePage['challenge'] }[]) =>
    texts.filter(({ text }) => full || text)
  return [
    {
      id: 'challenge',
      title: challenge || !objectives ? t('practice.challenge') : t('practice.objectives'),
      content: (full || challenge || objectives) && (
        <PracticeStory
          title={title}
          parts={
            challenge || !objectives
              ? parts({ text: challenge }, { heading: t('practice.objectives'), text: objectives })
              : [{ text: objectives }]
          }
        />
      ),
    },
    {
      id: 'solution',
      title: t('practice.solution'),
      content: (full || solution.length > 0) && <StepsOrNot solution={solution} />,
    },
    {
      id: 'components',
      title: t('practice.components'),
      content: components.length > 0 && <PracticeComponents components={components} />,
    },
    {
      id: 'lessons',
      title: t('practice.lessons'),
      content: (full || difficulties || successFactors) && (
        <PracticeStory
          title={title}
          parts={parts(
            { heading: t('practice.difficulties'), text: difficulties },
            { heading: t('practice.successFactors'), text: successFactors },
          )}
        />
      ),
    },
    {
      id: 'results',
      title: t('practice.results'),
      content: (full || practice.results.length > 0 || practice.evaluations.length > 0) && (
        <PracticeResults practice={practice} />
      ),
    },
  ]
}

function StepsOrNot({ solution }: Pick<PracticePage, 'solution'>) {
  const { t } = useWords()
  return solution.length > 0 ? (
    <PracticeSteps steps={solution} />
  ) : (
    <p className="quiet">{t('ui.notStated')}</p>
  )
}

/** What somebody who wants to do the same must know: participation, means, needs, whom to ask. */
function useUseSections(practice: PracticePage, check?: PracticeCheckProps): readonly PageSection[] {
  const { t, rich } = useWords()
  const { participationLevel: level, participationHow, preconditions, title } = practice
  const full = practice.coverage === 'FULL'
  return [
    {
      id: 'participation',
      title: t('practice.participation'),
      content: (full || level || participationHow) && (
        <>
          {level ? (
            <p>{rich('practice.participationLevel', { level: <Told text={level.label} /> })}</p>
          ) : null}
          {participationHow || !level ? (
            <PracticeStory title={title} parts={[{ text: participationHow }]} />
          ) : null}
        </>
      ),
    },
    {
      id: 'means',
      title: t('practice.means'),
      content: (full || statesMeans(practice)) && <PracticeMeans practice={practice} />,
    },
    {
      id: 'needs',
      title: t('practice.needs'),
      content:
        preconditions.length > 0 ? (
          <PracticeNeeds preconditions={preconditions} />
        ) : (
          full && <p className="quiet">{t('ui.notStated')}</p>
        ),
    },
    {
      id: 'transfer',
      title: t('comparable.transferTitle'),
      content: check && <PracticeCheck {...check} />,
    },
    {
      id: 'who-to-ask',
      title: t('practice.whoToAsk'),
      content: <PracticePeople practice={practice} />,
    },
  ]
}

/** Where to read on. */
function useLinkSections(practice: PracticePage): readonly PageSection[] {
  const { t } = useWords()
  const { related, visits, resources, media } = practice
  return [
    {
      id: 'related',
      title: t('practice.related'),
      content: related.length > 0 && <RelatedPractices related={related} />,
    },
    {
      id: 'visits',
      title: t('practice.visits'),
      content: visits.nodes.length + resources.nodes.length + media.length > 0 && (
        <PracticeVisitsAndResources practice={practice} />
      ),
    },
    {
      id: 'subjects',
      title: t('entry.subjects'),
      content: practice.policyAreas.length > 0 && <PracticeSubjects practice={practice} />,
    },
  ]
}
