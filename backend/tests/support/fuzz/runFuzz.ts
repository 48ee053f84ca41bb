import { setTimeout as wait } from 'node:timers/promises'

import { CANARY, createFuzzWorld } from './fuzzWorld.ts'
import { ApiDocument, type HostileRequest, hostileRequests } from './hostileRequests.ts'
import { type HostileAnswer, sendHostile } from './sendHostile.ts'

/** The problems that tell of another program: of the provider, or of the database. */
const DOCUMENTED = /"code":"(model-list-failed|database-\w+|storage-failed)"/
const IN_PARALLEL = 8
const RENEW_AFTER = 120

export interface FuzzOptions {
  readonly address: string
  readonly providerUrl: string
  readonly requests: number
  readonly seed: number
  /** The server allows each address so many requests. */
  readonly requestsPerSecond: number
}

export interface FuzzResult {
  /** Answers by status; 0 for a connection that was closed without one. */
  readonly statuses: Readonly<Record<number, number>>
  readonly faults: readonly string[]
  readonly documentedFaults: number
  readonly leaks: readonly string[]
  readonly hangs: readonly string[]
}

/** Sends hostile requests to all operations of a running server. */
export async function runFuzz({ address, providerUrl, requests, seed, requestsPerSecond }: FuzzOptions) {
  const document = ApiDocument.parse(await (await fetch(`${address}/api/openapi.json`)).json())
  const world = createFuzzWorld(address, providerUrl)
  const next = hostileRequests({ document, seed, providerUrl, known: world.known })
  const result = {
    statuses: emptyCounts(),
    faults: emptyList(),
    documentedFaults: 0,
    leaks: emptyList(),
    hangs: emptyList(),
  }

  const judge = (request: HostileRequest, answer: HostileAnswer | null): void => {
    const asked = `${request.method} ${request.path.slice(0, 200)} ${request.body?.slice(0, 600) ?? ''}`
    if (answer === null) return void result.hangs.push(asked)
    const { status, body } = answer
    result.statuses[status] = (result.statuses[status] ?? 0) + 1
    if (body.includes(CANARY)) result.leaks.push(`${asked} → ${status} ${body.slice(0, 300)}`)
    if (status < 500) return
    if (DOCUMENTED.test(body)) result.documentedFaults += 1
    else result.faults.push(`${asked} → ${status} ${body.slice(0, 300)}`)
  }

  await world.renew()
  let sent = 0
  const keepSending = async (): Promise<void> => {
    while (sent < requests) {
      sent += 1
      if (sent % RENEW_AFTER === 0) await world.renew()
      const request = next()
      const pause = wait((1000 * IN_PARALLEL) / requestsPerSecond)
      judge(request, await sendHostile(address, request))
      await pause
    }
  }
  await Promise.all(Array.from({ length: IN_PARALLEL }, keepSending))
  return result satisfies FuzzResult
}

const emptyCounts = (): Record<number, number> => ({})
const emptyList = (): string[] => []
