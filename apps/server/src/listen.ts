import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HansaError } from '@hansa/domain/errors'

/** The address to listen at cannot be had. */
export class CannotListen extends HansaError {
  constructor(host: string, port: number, cause: unknown) {
    super('CANNOT_LISTEN', reason(host, port, cause), { cause })
  }
}

function reason(host: string, port: number, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  const other = `PORT=${port < 65_535 && port > 1023 ? port + 1 : 3001} npm start`
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program; stop that one, or choose another port, for example: ${other}`
  }
  if (code === 'EACCES') {
    return `Port ${port} may not be used by this user; choose one above 1023, for example: ${other}`
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `The variable HOST is "${host}", which is no address of this machine; leave it away for this machine only, or set 0.0.0.0 for every network.`
  }
  return `Hansa cannot listen on ${host}, port ${port} (${code}); choose other values for HOST and PORT.`
}

/** An open port that answers nothing yet: give it a request listener. */
export type Listening = {
  server: Server
  port: number
  /** Takes no new requests and waits for those that run, at most `ms` milliseconds; what is left then is cut. */
  drain(ms: number): Promise<void>
}

const SWEEP_MS = 100

function drain(server: Server, ms: number): Promise<void> {
  return new Promise((resolve) => {
    // A browser keeps its connection open after the last answer; it is closed as soon as it rests.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
    const limit = setTimeout(() => server.closeAllConnections(), ms)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(limit)
      resolve()
    })
  })
}

/** Opens the port. @throws CannotListen */
export function listen(host: string, port: number): Promise<Listening> {
  // A file of 20 MB takes minutes on a slow line.
  const server = createServer({ requestTimeout: 300_000, headersTimeout: 20_000 })
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new CannotListen(host, port, error)))
    server.listen(port, host, () => {
      const { port: actual } = server.address() as AddressInfo
      resolve({ server, port: actual, drain: (ms) => drain(server, ms) })
    })
  })
}
