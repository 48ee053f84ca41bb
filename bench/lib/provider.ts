import { z } from 'zod'
import { request } from './request.ts'

const Log = z.object({
  next: z.int(),
  sent: z.array(
    z.object({
      request: z.int(),
      receivedAt: z.number(),
      wordsAt: z.array(z.number()),
      endedAt: z.number().nullable(),
    }),
  ),
})

export type SentAnswer = z.infer<typeof Log>['sent'][number]

/** What the scripted provider remembers, from this request on. */
export const readLog = async (providerUrl: string, from: number): Promise<z.infer<typeof Log>> =>
  Log.parse(JSON.parse((await request(`${providerUrl}/log?from=${from}`)).text))

/** How many requests the provider has had. */
export const countRequests = async (providerUrl: string): Promise<number> =>
  (await readLog(providerUrl, Number.MAX_SAFE_INTEGER)).next

export interface Answer {
  /** Milliseconds until the first word. */
  readonly ttft: number
  /** Words a second; 0: as fast as they are taken. */
  readonly tps: number
  readonly tokens: number
}

/** The player's words, with the wish for an answer of this shape. */
export const wordsFor = ({ ttft, tps, tokens }: Answer): string =>
  `Go on. [[fake ttft=${ttft} tps=${tps} tokens=${tokens}]]`
