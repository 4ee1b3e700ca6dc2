import Provider from 'oidc-provider'

/*
 * `node open-id-provider.ts PORT RETURN_URL`: an OpenID Connect provider with people at it, whose page lets anybody in who
 * types one of their names. Tests run it as a process of its own.
 */

const [port, returnUrl = ''] = process.argv.slice(2)

const people: Readonly<Record<string, { name: string; email: string; email_verified: boolean }>> = {
  anna: { name: 'Anna Berg', email: 'anna@example.org', email_verified: true },
  admin: { name: 'Ada Ministrator', email: 'admin@example.org', email_verified: true },
  mallory: { name: 'Mallory', email: 'victim@example.org', email_verified: false },
}

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'hansa', client_secret: 'a-secret-for-tests', redirect_uris: [returnUrl] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  cookies: { keys: ['a-key-for-tests'] },
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
})

provider.listen(Number(port), '127.0.0.1', () => console.log('listening'))
