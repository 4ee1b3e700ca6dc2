import { connect } from 'node:net'

interface RawRequest {
  readonly method?: string
  /** Sent as it is, in Latin-1: nothing puts it in order. */
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Sends one request byte by byte as it is written here, also what no well-behaved client would send. */
export function request(
  url: string,
  { method = 'GET', path = '/', headers = {}, body }: RawRequest,
): Promise<{ status: number; head: string; body: string }> {
  const { host, hostname, port } = new URL(url)
  const sent = {
    Host: host,
    Connection: 'close',
    Accept: 'text/html',
    ...headers,
    ...(body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
  }
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}`)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('close', () => {
      const answer = Buffer.concat(chunks).toString('utf8')
      const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]
      const end = answer.indexOf('\r\n\r\n')
      if (status) resolve({ status: Number(status), head: answer.slice(0, end), body: answer.slice(end + 4) })
      else reject(new Error(`The server answered ${JSON.stringify(answer.slice(0, 200))}`))
    })
    socket.write(
      Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body ?? ''}`, 'latin1'),
    )
  })
}
