import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A proxy between a page and the server; a test can cut the connection. */
export interface Proxy {
  readonly address: string
  /** Ends every connection and rejects new ones. */
  cut(): void
  restore(): void
  close(): Promise<void>
}

export async function startProxy(serverAddress: string): Promise<Proxy> {
  const sockets = new Set<Socket>()
  let isCut = false

  const keep = (socket: Socket, other: Socket): void => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      sockets.delete(socket)
      other.destroy()
    })
  }

  const server = createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(Number(new URL(serverAddress).port), '127.0.0.1')
    keep(near, far)
    keep(far, near)
    near.pipe(far).pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The proxy has no port.')

  const cut = (): void => {
    isCut = true
    for (const socket of sockets) socket.destroy()
  }
  return {
    address: `http://127.0.0.1:${address.port}`,
    cut,
    restore() {
      isCut = false
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      cut()
      await closed
    },
  }
}
