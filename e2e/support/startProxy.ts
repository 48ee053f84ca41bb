import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** The line between a page and the server, which can be cut. */
export interface Proxy {
  readonly address: string
  /** Ends every connection and takes no new one. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

export async function startLine(serverAddress: string): Promise<Proxy> {
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

  const line = createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(Number(new URL(serverAddress).port), '127.0.0.1')
    keep(near, far)
    keep(far, near)
    near.pipe(far).pipe(near)
  })
  line.listen(0, '127.0.0.1')
  await once(line, 'listening')
  const address = line.address()
  if (typeof address !== 'object' || address === null) throw new Error('The line has no port.')

  const cut = (): void => {
    isCut = true
    for (const socket of sockets) socket.destroy()
  }
  return {
    address: `http://127.0.0.1:${address.port}`,
    cut,
    mend() {
      isCut = false
    },
    async close() {
      const closed = once(line, 'close')
      line.close()
      cut()
      await closed
    },
  }
}
