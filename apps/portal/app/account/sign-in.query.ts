import { graphql } from '../graphql.ts'

export const JoinMutation = graphql(
  `mutation Join($name: String!, $email: String!) { outcome: join(name: $name, email: $email) { problems { field code } } }`,
)

export const ConfirmJoinMutation = graphql(
  `mutation ConfirmJoin($secret: String!, $password: String!) {
    outcome: confirmJoin(secret: $secret, password: $password) { problems { field code } }
  }`,
)

export const SignInMutation = graphql(
  `mutation SignIn($email: String!, $password: String!) {
    outcome: signIn(email: $email, password: $password) { step problems { field code } }
  }`,
)

export const RequestLinkMutation = graphql(
  `mutation RequestLink($email: String!, $next: String!) {
    outcome: requestSignInLink(email: $email, next: $next) { problems { field code } }
  }`,
)

export const UseLinkMutation = graphql(
  `mutation UseLink($secret: String!) { outcome: signInWithLink(secret: $secret) { step problems { field code } } }`,
)

export const UseCodeMutation = graphql(
  `mutation UseCode($code: String!) { outcome: signInWithCode(code: $code) { problems { field code } } }`,
)

export const RequestResetMutation = graphql(
  `mutation RequestReset($email: String!) { outcome: requestPasswordReset(email: $email) { problems { field code } } }`,
)

export const ResetMutation = graphql(
  `mutation Reset($secret: String!, $password: String!) {
    outcome: resetPassword(secret: $secret, password: $password) { step problems { field code } }
  }`,
)

export const BeginPasskeySignInMutation = graphql(
  `mutation BeginPasskeySignIn { outcome: beginPasskeySignIn { options problems { field code } } }`,
)

export const UsePasskeyMutation = graphql(
  `mutation UsePasskey($answer: String!) { outcome: signInWithPasskey(answer: $answer) { problems { field code } } }`,
)

export const BeginProviderMutation = graphql(
  `mutation BeginProvider($next: String!, $link: Boolean!) {
    outcome: beginProviderSignIn(next: $next, link: $link) { url problems { field code } }
  }`,
)

export const FinishProviderMutation = graphql(
  `mutation FinishProvider($query: String!) {
    outcome: finishProviderSignIn(query: $query) { step secret next problems { field code } }
  }`,
)

export const SignOutMutation = graphql(`mutation SignOut { outcome: signOut { problems { field code } } }`)

export const LinkQuery = graphql(
  `query Link($purpose: LinkPurpose!, $secret: String!) { linkEmail(purpose: $purpose, secret: $secret) }`,
)

/** Who is signed in, for the header of every page, and what she follows, for the button on those that can be followed. */
export const ViewerQuery = graphql(
  `query Viewer { viewer { name isAdministrator unreadNews watches { id target } } }`,
)

/** Whether she curates anything, or has a review to give. */
export const CuratingQuery = graphql(
  `query Curating { curates: viewerCan(action: CURATION_READ) ownReviews { id } }`,
)

export const AccountsQuery = graphql(`query Accounts { accountsOpen providerName }`)
