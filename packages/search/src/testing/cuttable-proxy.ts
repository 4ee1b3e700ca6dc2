import { connect, createServer, type Socket } from 'node:net'

/** A TCP proxy whose line can be cut and held. */
export type CuttableProxy = {
  url: string
  /** Breaks every connection, and refuses new ones until `mend`. */
  cut(): void
  mend(): void
  /** Accepts and passes nothing on, until `release`. */
  hold(): void
  release(): void
  close(): Promise<void>
}

/**
 * Opens a proxy on a free port.
 *
 * @param target origin to pass everything on to; null accepts connections and never answers
 */
export async function openProxy(target: string | null): Promise<CuttableProxy> {
  const sockets = new Set<Socket>()
  let isCut = false
  let isHeld = target === null
  const track = (socket: Socket) => {
    sockets.add(socket)
    // A broken connection is what these tests are about.
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
  }
  const breakAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  const server = createServer((client) => {
    track(client)
    if (isCut) return void client.destroy()
    if (isHeld || target === null) return
    const { hostname, port } = new URL(target)
    const upstream = connect(Number(port), hostname)
    track(upstream)
    client.pipe(upstream).pipe(client)
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    cut() {
      isCut = true
      breakAll()
    },
    mend() {
      isCut = false
    },
    hold() {
      isHeld = true
      breakAll()
    },
    release() {
      isHeld = false
      breakAll()
    },
    close() {
      breakAll()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
