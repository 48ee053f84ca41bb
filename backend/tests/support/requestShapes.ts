import { z } from 'zod'

/** As much of the requests of each dialect as tests look at. */
const Call = z.object({ id: z.string() })
export const ChatRequest = z.object({
  messages: z.array(
    z.looseObject({
      role: z.string(),
      tool_calls: z.array(Call).optional(),
      tool_call_id: z.string().optional(),
      reasoning_content: z.string().nullish(),
    }),
  ),
})
export type ChatRequest = z.infer<typeof ChatRequest>

export const MessagesRequest = z.object({
  messages: z.array(
    z.object({
      role: z.string(),
      content: z.array(
        z.looseObject({
          type: z.string(),
          text: z.string().optional(),
          id: z.string().optional(),
          tool_use_id: z.string().optional(),
          signature: z.string().optional(),
        }),
      ),
    }),
  ),
})

export const GeminiRequest = z.object({
  contents: z.array(z.object({ role: z.string(), parts: z.array(z.record(z.string(), z.unknown())) })),
})

export const ResponsesRequest = z.object({
  store: z.boolean(),
  input: z.array(z.looseObject({ type: z.string().optional(), call_id: z.string().optional() })),
})

/** Where calls have no ids. */
export const RoleRequest = z.object({ messages: z.array(z.looseObject({ role: z.string() })) })

/** The arguments of every call in a request of any dialect, as its server reads them. */
export function argumentsIn(request: unknown): unknown[] {
  if (Array.isArray(request)) return request.flatMap(argumentsIn)
  if (typeof request !== 'object' || request === null) return []
  return Object.entries(request).flatMap(([name, value]: [string, unknown]) => {
    if (name === 'tools') return []
    if (name === 'arguments') return [typeof value === 'string' ? JSON.parse(value) : value]
    const isInput = name === 'input' && 'type' in request && request.type === 'tool_use'
    return isInput || name === 'args' ? [value] : argumentsIn(value)
  })
}

/** How many results of calls a request of any dialect has. */
export function countResults(request: unknown): number {
  if (Array.isArray(request)) return request.reduce<number>((sum, item) => sum + countResults(item), 0)
  if (typeof request !== 'object' || request === null) return 0
  const isResult =
    ('role' in request && request.role === 'tool') ||
    ('type' in request && (request.type === 'tool_result' || request.type === 'function_call_output')) ||
    'functionResponse' in request
  return isResult ? 1 : countResults(Object.values(request))
}
