import { graphql, type ResultOf } from '../graphql.ts'

export const RuleQuery = graphql(`
  query NetworkRule($network: ID!) {
    node(id: $network) { __typename id ... on Network { path title { value language } } }
    canSet: viewerCan(action: CURATION_RULE, entry: $network)
    networkRule(network: $network) {
      version
      confirmMonths
      confirmMonthsEnded
      checklist {
        key
        label { value language translations { language value } }
        help { translations { language value } }
      }
    }
  }
`)

export const SaveRuleMutation = graphql(`
  mutation SaveNetworkRule(
    $network: ID!, $version: Int!, $checklist: [ChecklistItemInput!]!, $confirmMonths: Int!, $confirmMonthsEnded: Int!
  ) {
    outcome: saveNetworkRule(
      network: $network
      version: $version
      checklist: $checklist
      confirmMonths: $confirmMonths
      confirmMonthsEnded: $confirmMonthsEnded
    ) { problems { field code message } }
  }
`)

export type Rule = ResultOf<typeof RuleQuery>['networkRule']
export type RuleItem = Rule['checklist'][number]
