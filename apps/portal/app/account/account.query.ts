import { graphql, type ResultOf } from '../graphql.ts'

export const AccountQuery = graphql(
  `query Account {
    providerName
    viewer {
      name
      email
      signInMeans { hasPassword hasSecondFactor recoveryCodesLeft passkeys { id name } identities { id label } }
      sessions { id device network isThis lastSeenAt }
      apiTokens { id name scopes expiresAt lastUsedAt }
    }
  }`,
)

export type Account = NonNullable<ResultOf<typeof AccountQuery>['viewer']>

export const ChangeEmailMutation = graphql(
  `mutation ChangeEmail($email: String!) { outcome: requestEmailChange(email: $email) { problems { field code } } }`,
)

export const ConfirmEmailMutation = graphql(
  `mutation ConfirmEmail($secret: String!) { outcome: confirmEmailChange(secret: $secret) { problems { field code } } }`,
)

export const ChangePasswordMutation = graphql(
  `mutation ChangePassword($password: String!) { outcome: changePassword(password: $password) { problems { field code } } }`,
)

export const SetUpFactorMutation = graphql(
  `mutation SetUpFactor { outcome: setUpSecondFactor { secret uri problems { field code } } }`,
)

export const AddFactorMutation = graphql(
  `mutation AddFactor($code: String!) { outcome: addSecondFactor(code: $code) { codes problems { field code } } }`,
)

export const RemoveFactorMutation = graphql(
  `mutation RemoveFactor { outcome: removeSecondFactor { problems { field code } } }`,
)

export const RenewCodesMutation = graphql(
  `mutation RenewCodes { outcome: renewRecoveryCodes { codes problems { field code } } }`,
)

export const BeginPasskeyMutation = graphql(
  `mutation BeginPasskey { outcome: beginPasskey { options problems { field code } } }`,
)

export const AddPasskeyMutation = graphql(
  `mutation AddPasskey($name: String!, $answer: String!) {
    outcome: addPasskey(name: $name, answer: $answer) { problems { field code } }
  }`,
)

export const RemovePasskeyMutation = graphql(
  `mutation RemovePasskey($id: ID!) { outcome: removePasskey(id: $id) { problems { field code } } }`,
)

export const RemoveIdentityMutation = graphql(
  `mutation RemoveIdentity($id: ID!) { outcome: removeIdentity(id: $id) { problems { field code } } }`,
)

export const EndSessionMutation = graphql(
  `mutation EndSession($id: ID!) { outcome: endSession(id: $id) { problems { field code } } }`,
)

export const SignOutEverywhereMutation = graphql(
  `mutation SignOutEverywhere { outcome: signOutEverywhere { problems { field code } } }`,
)

export const CreateTokenMutation = graphql(
  `mutation CreateToken($name: String!, $scopes: [TokenScope!]!, $days: Int!) {
    outcome: createApiToken(name: $name, scopes: $scopes, days: $days) { token problems { field code } }
  }`,
)

export const EndTokenMutation = graphql(
  `mutation EndToken($id: ID!) { outcome: endApiToken(id: $id) { problems { field code } } }`,
)
