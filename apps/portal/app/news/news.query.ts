import { graphql, type ResultOf } from '../graphql.ts'

export const NewsQuery = graphql(`
  query News($first: Int!, $offset: Int!) {
    news(first: $first, offset: $offset) {
      totalCount
      nodes {
        id
        sentence
        title
        language
        by
        path
        count
        entries { title language path }
        at
        isRead
      }
    }
    viewer { unreadNews }
  }
`)

export const FollowsQuery = graphql(`
  query Follows {
    viewer { watches { id isSearch title { value language } path letters createdAt } }
    letterChoices { followed search curation affiliation }
  }
`)

export const FollowMutation = graphql(
  `mutation Follow($target: ID!) { outcome: follow(target: $target) { problems { field code } } }`,
)

export const EndWatchMutation = graphql(
  `mutation EndWatch($id: ID!) { outcome: endWatch(id: $id) { problems { field code } } }`,
)

export const WatchLettersMutation = graphql(
  `mutation WatchLetters($id: ID!, $letters: Boolean!) {
    outcome: setWatchLetters(id: $id, letters: $letters) { problems { field code } }
  }`,
)

export const SaveSearchMutation = graphql(
  `mutation SaveSearch($name: String!, $text: String, $kinds: [EntryKind!], $filter: SearchFilter) {
    outcome: saveSearch(name: $name, text: $text, kinds: $kinds, filter: $filter) { problems { field code } }
  }`,
)

export const ChooseLettersMutation = graphql(
  `mutation ChooseLetters($followed: Rhythm, $search: Rhythm, $curation: Rhythm, $affiliation: Rhythm) {
    outcome: chooseLetters(followed: $followed, search: $search, curation: $curation, affiliation: $affiliation) {
      problems { field code }
    }
  }`,
)

export const MarkReadMutation = graphql(
  `mutation MarkRead($ids: [ID!]) { outcome: markNewsRead(ids: $ids) { problems { field code } } }`,
)

const stoppingFields = graphql(`
  fragment StoppingFields on Stopping { stops sort rhythm title { value language } }
`)

export const StoppingQuery = graphql(
  `query Stopping($secret: String!) { stopping(secret: $secret) { ...StoppingFields } }`,
  [stoppingFields],
)

export const StopLettersMutation = graphql(
  `mutation StopLetters($secret: String!) {
    outcome: stopLetters(secret: $secret) { stopping { ...StoppingFields } problems { field code } }
  }`,
  [stoppingFields],
)

export type NewsItem = ResultOf<typeof NewsQuery>['news']['nodes'][number]
export type Follows = ResultOf<typeof FollowsQuery>
export type Watch = NonNullable<Follows['viewer']>['watches'][number]
export type LetterChoices = Follows['letterChoices']
export type Stopping = ResultOf<typeof StoppingQuery>['stopping']
