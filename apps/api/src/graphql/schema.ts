import type { GraphQLSchema } from 'graphql'
import '../account/account.graphql.ts'
import '../account/account-changes.graphql.ts'
import '../account/provider.graphql.ts'
import '../account/sign-in.graphql.ts'
import '../affiliation/affiliation.graphql.ts'
import '../attachment/attachment.graphql.ts'
import '../audit/audit.graphql.ts'
import '../city/city.graphql.ts'
import '../comparison/comparison.graphql.ts'
import '../component/component.graphql.ts'
import '../concept/concept.graphql.ts'
import '../consultative-body/consultative-body.graphql.ts'
import '../country/country.graphql.ts'
import '../curation/curated-entries.graphql.ts'
import '../curation/curated-entry.graphql.ts'
import '../curation/curation-queries.graphql.ts'
import '../curation/review-mutations.graphql.ts'
import '../curation/revision-mutations.graphql.ts'
import '../curation/untranslated.graphql.ts'
import '../entry/entry.queries.ts'
import '../entry-import/import.graphql.ts'
import '../event/event.graphql.ts'
import '../framework/framework.graphql.ts'
import '../member/member.graphql.ts'
import '../member/people.graphql.ts'
import '../member/profile.graphql.ts'
import '../member/viewer-can.graphql.ts'
import '../network/network.graphql.ts'
import '../notification/news.graphql.ts'
import '../organisation/organisation.graphql.ts'
import '../practice/practice.graphql.ts'
import '../project/project.graphql.ts'
import '../resource/resource.graphql.ts'
import '../search/search.graphql.ts'
import '../stats/stats.graphql.ts'
import '../visit/visit.graphql.ts'
import '../watch/watch.graphql.ts'
import { builder } from './builder.ts'

builder.queryType({ description: 'Everything that can be read. Reading is public.' })
builder.mutationType({
  description:
    'Everything that can be changed. What the caller can put right is part of the answer (`problems`).',
})

/** The schema of the API. */
export const schema: GraphQLSchema = builder.toSchema()
