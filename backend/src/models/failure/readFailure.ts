import { z } from 'zod'

import { type Failure, noFailure } from './failure.ts'
import { findParameter } from './findParameter.ts'
import { listSentFields } from './sentFields.ts'
import { readProviderMessage } from './providerMessage.ts'
import { readRetryAfter, readRetryDelay, readRetryText } from './retryAfter.ts'

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
  requestBodyValues: z.record(z.string(), z.unknown()).optional().catch(undefined),
  seconds: z.number().optional().catch(undefined),
  cause: z.unknown().optional(),
})
type Caught = z.infer<typeof Caught>

/** Reads anything that was thrown or sent as an error part: an error of the SDK or the network, or plain text. */
export function readFailure(caught: unknown): Failure {
  if (typeof caught === 'string') return readPart(caught)
  const chain = listCauses(caught)
  const response = chain.find(isRefusal)
  if (response === undefined && !(caught instanceof Error))
    return readPart(caught === undefined ? '' : JSON.stringify(caught))
  const headers = response?.responseHeaders ?? {}
  const body = readProviderMessage(response?.responseBody ?? '')
  const ownCodes = chain.flatMap(({ code, type }) => [code, type].filter((name) => name !== undefined))
  const providerMessage = body.message ?? response?.message ?? null
  return {
    status: statusOf(response, body.codes),
    codes: [...body.codes, ...ownCodes],
    providerCode: bestCode(body.codes),
    providerMessage,
    isPage: body.isPage,
    retryAfterSeconds: readRetryAfter(headers) ?? readRetryDelay(body.retryDelay) ?? readRetryText(body.message),
    parameter: findParameter({
      named: body.parameter,
      message: providerMessage,
      sent: listSentFields(response?.requestBodyValues),
    }),
    requestId: headers['request-id'] ?? headers['x-request-id'] ?? body.requestId,
    silentSeconds: chain.find(({ seconds }) => seconds !== undefined)?.seconds ?? null,
  }
}

/** An error part that is not an `Error` comes from the provider, with or without its usual wrapping. */
function readPart(text: string): Failure {
  const body = readProviderMessage(text)
  return {
    ...noFailure,
    status: statusIn(body.codes),
    codes: body.message === null ? body.codes : [...body.codes, text],
    providerCode: bestCode(body.codes),
    providerMessage: body.message,
    isPage: body.isPage,
    retryAfterSeconds: readRetryDelay(body.retryDelay) ?? readRetryText(body.message),
    parameter: findParameter({ named: body.parameter, message: body.message, sent: null }),
    requestId: body.requestId,
  }
}

/** The SDK wraps a break in the middle of a good response in an error with the status of that response. */
const isRefusal = ({ statusCode, responseBody }: Caught): boolean =>
  statusCode !== undefined && (statusCode >= 300 || responseBody !== undefined)

/** In a response that began well, a numeric code of the error is its status. */
function statusOf(response: Caught | undefined, codes: readonly string[]): number | null {
  const status = response?.statusCode ?? null
  return status !== null && status < 300 ? statusIn(codes) : status
}

function statusIn(codes: readonly string[]): number | null {
  const code = codes.find((name) => /^[45]\d\d$/.test(name))
  return code === undefined ? null : Number(code)
}

/** Prefers a code in words to a number. */
function bestCode(codes: readonly string[]): string | null {
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
