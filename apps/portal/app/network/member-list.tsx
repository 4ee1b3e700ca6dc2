import { EntryLink } from '../entry/entry-link.tsx'
import { sourceOf } from '../entry/entry-sources.tsx'
import { periodText } from '../entry/period.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Fold } from '../ui/fold.tsx'
import { MapOfResults } from '../ui/map/map-of-results.tsx'
import { SourceList } from '../ui/source-list.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { memberGroups } from './member-groups.ts'
import type { GivenMember } from './network.query.ts'

export interface MemberListProps {
  readonly network: string
  readonly members: readonly GivenMember[]
}

/** Who belongs to a network: on a map, by country with role and years, and who says so. */
export function MemberList({ network, members }: MemberListProps) {
  const { t, locale, href } = useWords()
  const places = members.flatMap(({ member }) =>
    member.__typename !== 'City' || member.latitude === null || member.longitude === null
      ? []
      : [
          {
            name: member.title.value,
            href: href(member.path),
            count: 1,
            latitude: member.latitude,
            longitude: member.longitude,
          },
        ],
  )
  const sources = members.flatMap(({ source }) => (source ? [source] : []))
  const unique = [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()]
  return (
    <>
      <p>{t('network.knownMembers', { count: members.length })}</p>
      <MapOfResults
        title={t('network.map', { network })}
        places={uniquePlaces(places)}
        countText={() => t('network.aMember')}
        closeUp
        withList={false}
      />
      <SummaryList
        items={memberGroups(members).map((group) => ({
          term: group.country?.title.value ?? t('network.noCountry'),
          detail: <Members members={group.members} />,
        }))}
      />
      {unique.length > 0 ? (
        <Fold title={t('network.memberSources', { count: unique.length })}>
          <SourceList sources={unique.map((source) => sourceOf(locale, source))} />
        </Fold>
      ) : null}
    </>
  )
}

/** A member may have several roles, but it is one place. */
function uniquePlaces<P extends { readonly href: string }>(places: readonly P[]): readonly P[] {
  return [...new Map(places.map((place) => [place.href, place])).values()]
}

function Members({ members }: { readonly members: readonly GivenMember[] }) {
  const { t, locale } = useWords()
  return (
    <ul>
      {members.map(({ member, role, since, until }) => {
        const notes = [
          role === 'MEMBER' ? undefined : t(`network.role_${role}`),
          periodText(locale, { start: since, end: until }),
        ].filter((note) => note !== undefined)
        return (
          <li key={`${member.id}${role}${since}`}>
            <EntryLink entry={member} />
            {notes.length > 0 ? <span className="quiet"> {notes.join(', ')}</span> : null}
          </li>
        )
      })}
    </ul>
  )
}
