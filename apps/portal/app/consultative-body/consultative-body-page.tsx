import { ConceptLinks } from '../entry/concept-links.tsx'
import { otherNames } from '../entry/entry-facts.tsx'
import { EntryHeading } from '../entry/entry-heading.tsx'
import { EntryLink } from '../entry/entry-link.tsx'
import { EntryNote } from '../entry/entry-note.tsx'
import { EntryProse } from '../entry/entry-prose.tsx'
import { useEndSections } from '../entry/entry-record.tsx'
import { EntryList } from '../entry/entry-row.tsx'
import { ContentLanguage, Told } from '../entry/marked.tsx'
import { type PageSection, PageSections } from '../entry/page-sections.tsx'
import { periodText } from '../entry/period.ts'
import { useWords } from '../i18n/use-words.tsx'
import { LocatorMap } from '../ui/map/locator-map.tsx'
import { type SummaryItem, SummaryList } from '../ui/summary-list.tsx'
import { TagList } from '../ui/tag.tsx'
import type { ConsultativeBodyPage } from './consultative-body.query.ts'

interface BodyProps {
  readonly consultativeBody: ConsultativeBodyPage
}

/** The page of a consultative body: how it is set up, who sits on it, what it may do. */
export function ConsultativeBodyPageView({ consultativeBody: body }: BodyProps) {
  const { t, locale, href } = useWords()
  const { title, summary, type, city, country, founded, ended } = body
  const facts = [
    type ? <Told key="type" text={type.label} /> : undefined,
    city ? <Told key="city" text={city.title} /> : undefined,
    country ? <Told key="country" text={country.title} /> : undefined,
    periodText(locale, { start: founded, end: ended }),
  ]
  const { latitude = null, longitude = null } = city ?? {}
  const sections = useBodySections(body)
  return (
    <ContentLanguage of={body}>
      <article>
        <div className="place-head">
          <div>
            <EntryHeading
              entry={body}
              trail={[{ label: t('list.body'), href: href('/consultative-bodies') }]}
              facts={facts}
            >
              {summary ? <EntryProse text={summary} title={title} /> : null}
            </EntryHeading>
          </div>
          {latitude === null || longitude === null ? null : (
            <LocatorMap title={t('body.locator')} place={{ latitude, longitude }} />
          )}
        </div>
        <EntryNote entry={body} />
        <PageSections sections={[...sections, ...useEndSections(body)]} />
      </article>
    </ContentLanguage>
  )
}

function useBodySections(body: ConsultativeBodyPage): readonly PageSection[] {
  const { t } = useWords()
  const { id, title, composition, powers, city } = body
  const others = city?.consultativeBodies.nodes.filter((other) => other.id !== id) ?? []
  return [
    { id: 'glance', title: t('body.glance'), content: <Glance consultativeBody={body} /> },
    {
      id: 'composition',
      title: t('body.composition'),
      content: composition && <EntryProse text={composition} title={title} />,
    },
    { id: 'powers', title: t('body.powers'), content: powers && <EntryProse text={powers} title={title} /> },
    {
      id: 'others',
      title: t('body.whereOther', { city: city?.title.value ?? '' }),
      content: others.length > 0 && <EntryList entries={others} />,
    },
  ]
}

function Glance({ consultativeBody: body }: BodyProps) {
  const { t, date } = useWords()
  const { type, city, country, governanceLevel, founded, ended, attributes, alternativeNames } = body
  const items: readonly (SummaryItem | null)[] = [
    { term: t('body.type'), detail: type ? <ConceptLinks concepts={[type]} /> : null },
    city ? { term: t('body.city'), detail: <EntryLink entry={city} /> } : null,
    country ? { term: t('body.country'), detail: <EntryLink entry={country} /> } : null,
    governanceLevel
      ? {
          term: t('body.level'),
          detail: <ConceptLinks concepts={[governanceLevel]} filter="governanceLevel" />,
        }
      : null,
    attributes.length > 0
      ? {
          term: t('body.attributes'),
          detail: <TagList tags={attributes.map(({ id, label }) => <Told key={id} text={label} />)} />,
        }
      : null,
    { term: t('body.founded'), detail: founded ? date(founded) : null },
    ended ? { term: t('body.ended'), detail: date(ended) } : null,
    alternativeNames.length > 0
      ? { term: t('body.alsoKnownAs'), detail: otherNames(alternativeNames) }
      : null,
  ]
  return <SummaryList items={items.filter((item) => item !== null)} />
}
