import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider'
import { z } from 'zod'

import { TruncatedStreamError } from '../transport/truncatedStreamError.ts'

/** The options of a call without its prompt. */
export type ProbeOptions = Omit<LanguageModelV4CallOptions, 'prompt'>

/** Requests one word. Throws the model's error, or an error if the answer has no end. */
export async function streamWord(model: LanguageModelV4, options: ProbeOptions): Promise<{ hint?: string }> {
  const parts = await readParts(model, { ...options, prompt: toPrompt('Answer with the single word: ready.') })
  const finish = parts.find((part) => part.type === 'finish')
  const reason = finish?.finishReason.unified
  const hasCounted = (finish?.usage.outputTokens.total ?? 0) > 0
  if (reason !== 'stop' && !(reason === 'length' && hasCounted)) throw new TruncatedStreamError()
  return {}
}

/** Requests a tool call. Text instead of one is a warning. */
export async function callTool(model: LanguageModelV4, options: ProbeOptions): Promise<{ hint?: string }> {
  const parts = await readParts(model, {
    ...options,
    prompt: toPrompt('Call report_ready with the word "ready".'),
    tools: [
      {
        type: 'function',
        name: 'report_ready',
        description: 'Reports that you are ready.',
        inputSchema: { type: 'object', properties: { word: { type: 'string' } }, required: ['word'] },
      },
    ],
    toolChoice: { type: 'auto' },
  })
  const calls = parts.filter((part) => part.type === 'tool-call' && part.toolName === 'report_ready')
  if (calls.length === 0) return { hint: "It answered without calling the tool, so it may ignore a gamebook's rules." }
  const fits = calls.some((part) => part.type === 'tool-call' && Report.safeParse(part.input).success)
  return fits ? {} : { hint: `It called the tool with the wrong arguments. ${MAY_IGNORE_RULES}` }
}

export const MAY_IGNORE_RULES = "It may ignore a gamebook's rules."

const Report = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('no JSON')
      return z.NEVER
    }
  })
  .pipe(z.object({ word: z.string() }))

const toPrompt = (text: string): LanguageModelV4CallOptions['prompt'] => [
  { role: 'user', content: [{ type: 'text', text }] },
]

async function readParts(
  model: LanguageModelV4,
  options: LanguageModelV4CallOptions,
): Promise<readonly LanguageModelV4StreamPart[]> {
  const { stream } = await model.doStream(options)
  const parts: LanguageModelV4StreamPart[] = []
  for await (const part of stream) {
    if (part.type === 'error') throw part.error
    parts.push(part)
  }
  return parts
}
