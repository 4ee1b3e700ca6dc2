import { Agent, type IncomingMessage, request } from 'node:http'
import autocannon from 'autocannon'

/** One request to a server of ours. */
export type Call = { path: string; method?: string; headers?: Record<string, string>; body?: string }

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

const textOf = async (response: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const isLost = (error: Error): boolean => 'code' in error && error.code === 'ECONNRESET'

/**
 * Sends a request over a connection that stays open and gives the body.
 * @throws Error for an answer that is no success
 */
export const send = (origin: string, call: Call): Promise<string> =>
  new Promise((resolve, reject) => {
    const { path, method = 'GET', headers = {}, body } = call
    const outgoing = request(new URL(path, origin), { method, headers, agent }, (response) => {
      textOf(response).then((text) => {
        if (response.statusCode === 200) resolve(text)
        else reject(new Error(`${method} ${path} answered ${response.statusCode}: ${text.slice(0, 500)}`))
      }, reject)
    })
    outgoing.once('error', (error) => {
      // A server may close a connection that rested in the very moment in which it is used again.
      if (outgoing.reusedSocket && isLost(error)) send(origin, call).then(resolve, reject)
      else reject(error)
    })
    outgoing.end(body)
  })

/** A GraphQL request. */
export const graphqlCall = (query: string, variables: object): Call => ({
  path: '/graphql',
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'Accept-Language': 'en' },
  body: JSON.stringify({ query, variables }),
})

/** What a server stood under load; latencies in milliseconds. */
export type Load = { perSecond: number; p50: number; p99: number }

export const connections = 10

/** Fewer answers than this are an accident, not a rate. */
const fewest = 30
const longestSeconds = 30

/**
 * Keeps `connections` requests under way for some seconds, longer when too few were answered, going through `calls`
 * in turn.
 * @throws Error when any of them failed: a figure with failures in it says nothing
 */
export const load = async (origin: string, calls: readonly Call[], seconds: number): Promise<Load> => {
  const result = await autocannon({ url: origin, connections, duration: seconds, requests: [...calls] })
  const failed = result.errors + result.timeouts + result.non2xx
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests to ${origin} failed.`)
  if (result.requests.total < fewest && seconds < longestSeconds)
    return load(origin, calls, Math.min(seconds * 4, longestSeconds))
  const { p50, p99 } = result.latency
  return { perSecond: result.requests.total / result.duration, p50, p99 }
}
