import { graphql } from '../graphql.ts'

export const TakeUpMutation = graphql(
  `mutation TakeUp($id: ID!) { outcome: takeUpRevision(id: $id) { problems { field code message } } }`,
)

export const RequestChangesMutation = graphql(`
  mutation RequestChanges($id: ID!, $reason: String!) {
    outcome: requestChanges(id: $id, reason: $reason) { problems { field code message } }
  }
`)

export const AcceptMutation = graphql(
  `mutation Accept($id: ID!) { outcome: acceptRevision(id: $id) { problems { field code message } } }`,
)

export const RejectMutation = graphql(`
  mutation Reject($id: ID!, $reason: String!) {
    outcome: rejectRevision(id: $id, reason: $reason) { problems { field code message } }
  }
`)

export const PublishMutation = graphql(`
  mutation Publish($id: ID!, $at: String) {
    outcome: publishRevision(id: $id, at: $at) { problems { field code message } }
  }
`)

export const HoldMutation = graphql(
  `mutation Hold($id: ID!) { outcome: holdRevision(id: $id) { problems { field code message } } }`,
)

export const ReleaseMutation = graphql(`
  mutation Release($id: ID!, $reason: String!) {
    outcome: releaseRevision(id: $id, reason: $reason) { problems { field code message } }
  }
`)

export const AssignMutation = graphql(`
  mutation Assign($id: ID!, $member: ID!) {
    outcome: assignReviewer(id: $id, member: $member) { problems { field code message } }
  }
`)

export const UnassignMutation = graphql(
  `mutation Unassign($review: ID!) { outcome: unassignReviewer(review: $review) { problems { field code message } } }`,
)

export const CheckMutation = graphql(`
  mutation Check($id: ID!, $answers: [CheckInput!]!) {
    outcome: answerChecklist(id: $id, answers: $answers) { problems { field code message } }
  }
`)

export const SaveReviewMutation = graphql(`
  mutation SaveReview(
    $id: ID!, $answers: [CheckInput!]!, $recommendation: Recommendation, $text: String!, $give: Boolean!
  ) {
    outcome: saveReview(id: $id, answers: $answers, recommendation: $recommendation, text: $text, give: $give) {
      problems { field code message }
    }
  }
`)

export const RemarkMutation = graphql(`
  mutation AddRemark($revision: ID!, $field: String!, $text: String!, $suggestion: SuggestionInput) {
    outcome: addRemark(revision: $revision, field: $field, text: $text, suggestion: $suggestion) {
      problems { field code message }
    }
  }
`)

export const ReplyMutation = graphql(`
  mutation Reply($id: ID!, $text: String!) {
    outcome: replyToRemark(id: $id, text: $text) { problems { field code message } }
  }
`)

export const ResolveMutation = graphql(
  `mutation Resolve($id: ID!) { outcome: resolveRemark(id: $id) { problems { field code message } } }`,
)
