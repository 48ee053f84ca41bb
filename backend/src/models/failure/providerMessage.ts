import { z } from 'zod'

const MAX_LENGTH = 300

const optionalText = z.string().optional().catch(undefined)
const code = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined)
const FieldError = z.object({ msg: z.string(), loc: z.array(z.union([z.string(), z.number()])).catch([]) })
const messageField = z
  .union([z.string(), z.array(FieldError)])
  .optional()
  .catch(undefined)
const Detail = z
  .object({ reason: optionalText, retryDelay: optionalText })
  .catch({ reason: undefined, retryDelay: undefined })
const Fault = z.object({
  message: messageField,
  code,
  type: code,
  status: code,
  param: optionalText,
  details: z.array(Detail).catch([]),
  metadata: z
    .object({ raw: optionalText, reasons: z.array(z.unknown()).optional().catch(undefined) })
    .optional()
    .catch(undefined),
})
const Body = z.object({
  error: z.union([z.string(), Fault]).optional().catch(undefined),
  message: messageField,
  detail: messageField,
  code,
  type: code,
  param: optionalText,
  request_id: optionalText,
})

/** The content of an error body, whatever its dialect and content type. */
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
  const text = [fault?.metadata?.raw, fault?.message, error, message, detail].map(toText).find((line) => line !== null)
  const details = fault?.details ?? []
  const codes = [...details.map(({ reason }) => reason), fault?.code, fault?.type, fault?.status, outerCode, type]
  return {
    message: text?.slice(0, MAX_LENGTH) ?? withoutMarkup(body),
    codes: [
      ...codes.filter((name) => name !== undefined),
      ...(fault?.metadata?.reasons === undefined ? [] : ['moderation']),
    ],
    parameter: fault?.param ?? param ?? fieldOf(detail) ?? fieldOf(message) ?? null,
    retryDelay: details.find(({ retryDelay }) => retryDelay !== undefined)?.retryDelay ?? null,
    requestId,
  }
}

type MessageField = z.infer<typeof messageField>

function toText(value: MessageField | z.infer<typeof Fault>): string | null {
  if (typeof value === 'string') return unwrap(value)
  return Array.isArray(value) ? value.map(({ msg }) => msg).join('; ') : null
}

/** Routers pass on the error of the provider behind them as text. */
function unwrap(text: string): string {
  return text.trimStart().startsWith('{') ? (readProviderMessage(text).message ?? text) : text
}

function fieldOf(value: MessageField): string | undefined {
  const field = Array.isArray(value) ? value[0]?.loc.at(-1) : undefined
  return field === undefined ? undefined : String(field)
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function withoutMarkup(body: string): string | null {
  const text = body
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return text === '' ? null : text.slice(0, MAX_LENGTH)
}
