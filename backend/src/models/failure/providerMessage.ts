import { z } from 'zod'

const MAX_LENGTH = 300

const text = z.string().optional().catch(undefined)
const code = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined)
const Complaint = z.object({ msg: z.string(), loc: z.array(z.union([z.string(), z.number()])).catch([]) })
const said = z
  .union([z.string(), z.array(Complaint)])
  .optional()
  .catch(undefined)
const Detail = z.object({ reason: text, retryDelay: text }).catch({ reason: undefined, retryDelay: undefined })
const Fault = z.object({
  message: said,
  code,
  type: code,
  status: code,
  param: text,
  details: z.array(Detail).catch([]),
  metadata: z
    .object({ raw: text, reasons: z.array(z.unknown()).optional().catch(undefined) })
    .optional()
    .catch(undefined),
})
const Body = z.object({
  error: z.union([z.string(), Fault]).optional().catch(undefined),
  message: said,
  detail: said,
  code,
  type: code,
  param: text,
  request_id: text,
})

/** What the body of an error says, whatever its dialect and content type. */
export interface ProviderMessage {
  readonly message: string | null
  readonly codes: readonly string[]
  readonly parameter: string | null
  readonly retryDelay: string | null
  readonly requestId: string | null
}

export function readProviderMessage(body: string): ProviderMessage {
  const parsed = Body.safeParse(parseJson(body))
  if (!parsed.success)
    return { message: withoutMarkup(body), codes: [], parameter: null, retryDelay: null, requestId: null }
  const { error, message, detail, code: outerCode, type, param, request_id: requestId = null } = parsed.data
  const fault = typeof error === 'object' ? error : undefined
  const words = [fault?.metadata?.raw, fault?.message, error, message, detail].map(toText).find((line) => line !== null)
  const details = fault?.details ?? []
  const codes = [...details.map(({ reason }) => reason), fault?.code, fault?.type, fault?.status, outerCode, type]
  return {
    message: words?.slice(0, MAX_LENGTH) ?? withoutMarkup(body),
    codes: [
      ...codes.filter((name) => name !== undefined),
      ...(fault?.metadata?.reasons === undefined ? [] : ['moderation']),
    ],
    parameter: fault?.param ?? param ?? complainedOf(detail) ?? complainedOf(message) ?? null,
    retryDelay: details.find(({ retryDelay }) => retryDelay !== undefined)?.retryDelay ?? null,
    requestId,
  }
}

type Said = z.infer<typeof said>

function toText(words: Said | z.infer<typeof Fault>): string | null {
  if (typeof words === 'string') return unwrap(words)
  return Array.isArray(words) ? words.map(({ msg }) => msg).join('; ') : null
}

/** Routers hand on the error of the provider behind them as text. */
function unwrap(words: string): string {
  return words.trimStart().startsWith('{') ? (readProviderMessage(words).message ?? words) : words
}

function complainedOf(words: Said): string | undefined {
  const place = Array.isArray(words) ? words[0]?.loc.at(-1) : undefined
  return place === undefined ? undefined : String(place)
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function withoutMarkup(body: string): string | null {
  const words = body
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return words === '' ? null : words.slice(0, MAX_LENGTH)
}
