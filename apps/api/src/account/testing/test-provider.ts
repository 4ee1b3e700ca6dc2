import { type Provider, ProviderFailure, type ProviderPerson, stateOf } from '@hansa/auth'

/** A provider at which the same person signs in until told otherwise; how a real one is spoken to is tested from outside. */
export type TestProvider = Provider & {
  person: ProviderPerson
  /** Why it gives nobody. */
  fails: ProviderFailure['reason'] | null
}

/** Opens a provider that knows Anna and has verified her address. */
export const openTestProvider = (): TestProvider => {
  const provider: TestProvider = {
    name: 'City Login',
    person: {
      issuer: 'https://provider.example',
      subject: 'anna-1',
      name: 'Anna Berg',
      email: 'anna@example.org',
      isVerified: true,
    },
    fails: null,
    pageFor: async (secret) => `https://provider.example/authorize?state=${stateOf(secret)}`,
    async personOf() {
      if (provider.fails) throw new ProviderFailure(provider.fails, 'City Login gave nobody.')
      return provider.person
    },
  }
  return provider
}
