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
