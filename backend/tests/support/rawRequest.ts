import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'

/** A connection of its own to a server, which has received these bytes. */
export async function connectRaw(address: string, bytes: string): Promise<Socket> {
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  await new Promise((resolve) => socket.write(bytes, resolve))
  return socket
}

/** What a server answers to these bytes until it closes the connection. */
export async function sendRaw(address: string, bytes: string): Promise<string> {
  return text(await connectRaw(address, bytes))
}
