import type { Client, Target } from './target.ts'

const AT_ONCE = 10

/** Opens a few clients at a time, because opening is not measured. */
export async function openClients(target: Target, count: number): Promise<Client[]> {
  const clients: Client[] = []
  while (clients.length < count) {
    const next = Math.min(AT_ONCE, count - clients.length)
    clients.push(...(await Promise.all(Array.from({ length: next }, () => target.open()))))
  }
  return clients
}
