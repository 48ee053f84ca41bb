import { z } from 'zod'

import { type Failure, noFailure } from './failure.ts'
import { findParameter } from './findParameter.ts'
import { readProviderMessage } from './providerMessage.ts'
import { readRetryAfter, readRetryDelay } from './retryAfter.ts'

const Caught = z.object({
  message: z.string().optional().catch(undefined),
  code: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  type: z.string().optional().catch(undefined),
  statusCode: z.number().optional().catch(undefined),
  responseBody: z.string().optional().catch(undefined),
  responseHeaders: z.record(z.string(), z.string()).optional().catch(undefined),
  seconds: z.number().optional().catch(undefined),
  cause: z.unknown().optional(),
})
type Caught = z.infer<typeof Caught>

/** Reads whatever was thrown or came as an error part: an error of the SDK, of the network, or bare words. */
export function readFailure(caught: unknown): Failure {
  if (typeof caught === 'string') return readPart(caught)
  const chain = listCauses(caught)
  const answer = chain.find(isRefusal)
  if (answer === undefined && !(caught instanceof Error))
    return readPart(caught === undefined ? '' : JSON.stringify(caught))
  const headers = answer?.responseHeaders ?? {}
  const words = readProviderMessage(answer?.responseBody ?? '')
  const ownCodes = chain.flatMap(({ code, type }) => [code, type].filter((name) => name !== undefined))
  const providerMessage = words.message ?? answer?.message ?? null
  return {
    status: statusOf(answer, words.codes),
    codes: [...words.codes, ...ownCodes],
    providerCode: codeToTell(words.codes),
    providerMessage,
    retryAfterSeconds: readRetryAfter(headers) ?? readRetryDelay(words.retryDelay),
    parameter: findParameter(words.parameter, providerMessage),
    requestId: headers['request-id'] ?? headers['x-request-id'] ?? words.requestId,
    silentSeconds: chain.find(({ seconds }) => seconds !== undefined)?.seconds ?? null,
  }
}

/** An error part that is no `Error` is the provider's own, with or without its usual wrapping. */
function readPart(text: string): Failure {
  const words = readProviderMessage(text)
  return {
    ...noFailure,
    status: statusIn(words.codes),
    codes: words.message === null ? words.codes : [...words.codes, text],
    providerCode: codeToTell(words.codes),
    providerMessage: words.message,
    retryAfterSeconds: readRetryDelay(words.retryDelay),
    parameter: findParameter(words.parameter, words.message),
    requestId: words.requestId,
  }
}

/** The SDK wraps what breaks in the middle of a good answer in an error with the status of that answer. */
const isRefusal = ({ statusCode, responseBody }: Caught): boolean =>
  statusCode !== undefined && (statusCode >= 300 || responseBody !== undefined)

/** In an answer that began well, the code of the error is the status, if it is one. */
function statusOf(answer: Caught | undefined, codes: readonly string[]): number | null {
  const status = answer?.statusCode ?? null
  return status !== null && status < 300 ? statusIn(codes) : status
}

function statusIn(codes: readonly string[]): number | null {
  const code = codes.find((name) => /^[45]\d\d$/.test(name))
  return code === undefined ? null : Number(code)
}

/** One in words before one in numbers. */
function codeToTell(codes: readonly string[]): string | null {
  return codes.find((name) => !/^\d+$/.test(name)) ?? codes[0] ?? null
}

const MAX_CAUSES = 6

function listCauses(caught: unknown): readonly Caught[] {
  const chain: Caught[] = []
  for (let next = caught; chain.length < MAX_CAUSES; next = chain.at(-1)?.cause) {
    const parsed = Caught.safeParse(next)
    if (!parsed.success) break
    chain.push(parsed.data)
  }
  return chain
}
