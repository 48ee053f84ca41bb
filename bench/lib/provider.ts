import { z } from 'zod'
import { request } from './request.ts'

const Log = z.object({
  next: z.int(),
  sent: z.array(
    z.object({
      request: z.int(),
      receivedAt: z.number(),
      messages: z.int(),
      wordsAt: z.array(z.number()),
      endedAt: z.number().nullable(),
    }),
  ),
})

export type SentAnswer = z.infer<typeof Log>['sent'][number]

/** The scripted provider's log from this request on. */
export const readLog = async (providerUrl: string, from: number): Promise<z.infer<typeof Log>> =>
  Log.parse(JSON.parse((await request(`${providerUrl}/log?from=${from}`)).text))

/** The number of requests that the provider has received. */
export const countRequests = async (providerUrl: string): Promise<number> =>
  (await readLog(providerUrl, Number.MAX_SAFE_INTEGER)).next

export interface Answer {
  /** Milliseconds until the first word. */
  readonly ttft: number
  /** Words per second; 0 for no limit. */
  readonly tps: number
  readonly tokens: number
  /** Whether it first calls a tool. */
  readonly callsTool?: boolean
}

/** A player's message that asks the scripted provider for an answer of this shape. */
export const messageFor = ({ ttft, tps, tokens, callsTool = false }: Answer): string =>
  `Go on. [[fake ttft=${ttft} tps=${tps} tokens=${tokens} call=${callsTool ? 1 : 0}]]`
