import { graphql, type ResultOf } from '../graphql.ts'

/** What lacks a language and is the viewer's to improve, with what is being written of it. */
export const TranslationsQuery = graphql(`
  query Translations($language: String!, $kind: WrittenKind, $after: String) {
    contentLanguages
    entriesToTranslate(language: $language, kind: $kind, first: 20, after: $after) {
      totalCount
      nodes {
        id
        kind
        path
        texts
        isBeingImproved
        title { value language }
        revision { id state viewerCan }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

export type Translations = ResultOf<typeof TranslationsQuery>['entriesToTranslate']
export type Untranslated = Translations['nodes'][number]
