import type { Bench } from '../lib/bench.ts'
import type { Metric } from '../lib/metric.ts'
import { openClient } from '../lib/sessionTarget.ts'
import { renderLatency } from './renderLatency.ts'

/** Plays the page of a new session. */
export async function shortPage({ openBrowser, server, providerUrl }: Bench): Promise<Metric[]> {
  const id = await server.createSession()
  const client = await openClient(server, id)
  client.close()
  return renderLatency(await openBrowser(), `${server.url}/sessions/${id}`, providerUrl, 'On the page')
}
