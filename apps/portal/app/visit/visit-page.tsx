import { EntryHeading } from '../entry/entry-heading.tsx'
import { EntryNote } from '../entry/entry-note.tsx'
import { EntryProse } from '../entry/entry-prose.tsx'
import { useEndSections } from '../entry/entry-record.tsx'
import { EntryList } from '../entry/entry-row.tsx'
import { ContentLanguage, Name, Plain, Told } from '../entry/marked.tsx'
import { type PageSection, PageSections } from '../entry/page-sections.tsx'
import { periodText } from '../entry/period.ts'
import { useWords } from '../i18n/use-words.tsx'
import type { VisitPage } from './visit.query.ts'
import { VisitGlance } from './visit-glance.tsx'
import { hasRoute, VisitRoute } from './visit-route.tsx'

/** The page of a visit: who came to whom, with which question, and what came of it. */
export function VisitPageView({ visit }: { readonly visit: VisitPage }) {
  const { t, locale, href, date } = useWords()
  const { title, summary, format, hostCity, hostCountry, hostName, start, end } = visit
  const host = hostCity?.title ?? hostCountry?.title
  const facts = [
    format ? <Told key="format" text={format.label} /> : undefined,
    host ? <Told key="host" text={host} /> : hostName ? <Name key="host">{hostName}</Name> : undefined,
    end ? periodText(locale, { start, end }) : start ? date(start) : undefined,
  ]
  const sections = useVisitSections(visit)
  return (
    <ContentLanguage of={visit}>
      <article>
        <EntryHeading entry={visit} trail={[{ label: t('list.visit'), href: href('/visits') }]} facts={facts}>
          {summary ? <EntryProse text={summary} title={title} /> : null}
        </EntryHeading>
        <EntryNote entry={visit} />
        <PageSections sections={[...sections, ...useEndSections(visit)]} />
      </article>
    </ContentLanguage>
  )
}

function useVisitSections(visit: VisitPage): readonly PageSection[] {
  const { t } = useWords()
  const { title, question, outcome, recommendations, practices } = visit
  return [
    { id: 'glance', title: t('visit.glance'), content: <VisitGlance visit={visit} /> },
    { id: 'route', title: t('visit.route'), content: hasRoute(visit) && <VisitRoute visit={visit} /> },
    {
      id: 'question',
      title: t('visit.question'),
      content: question && <EntryProse text={question} title={title} />,
    },
    {
      id: 'outcome',
      title: t('visit.outcome'),
      content: outcome && <EntryProse text={outcome} title={title} />,
    },
    {
      id: 'recommendations',
      title: t('visit.recommendations'),
      content: recommendations.length > 0 && (
        <div className="prose">
          <ul>
            {recommendations.map((one) => (
              <li key={one}>
                <Plain>{one}</Plain>
              </li>
            ))}
          </ul>
        </div>
      ),
    },
    {
      id: 'practices',
      title: t('visit.practices'),
      content: practices.length > 0 && <EntryList entries={practices} />,
    },
  ]
}
