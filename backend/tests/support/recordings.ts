import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const FOLDER = join(import.meta.dirname, '..', 'recordings')

const Expected = z.object({
  text: z.string().optional(),
  reasoning: z.string().optional(),
  toolCalls: z.array(z.object({ name: z.string(), input: z.unknown(), mustNotRun: z.boolean().optional() })).optional(),
  usage: z.object({ inputTokens: z.number().optional(), outputTokens: z.number().optional() }).optional(),
  finishReason: z.string().optional(),
  finishReasonAnyOf: z.array(z.string()).optional(),
  model: z.string().optional(),
  error: z
    .object({ message: z.string(), messageAnyOf: z.array(z.string()).optional(), status: z.number().optional() })
    .optional(),
  count: z.number().optional(),
  firstIds: z.array(z.string()).optional(),
})

const Recording = z.object({
  id: z.string(),
  provider: z.enum(['anthropic', 'deepseek', 'google', 'mistral', 'ollama', 'openai', 'openrouter', 'xai']),
  case: z.string(),
  kind: z.enum(['stream', 'json', 'error', 'models']),
  file: z.string(),
  method: z.string(),
  path: z.string(),
  wire: z.string(),
  recordedRequest: z.object({ model: z.string().optional() }).optional(),
  next: z.string().optional(),
  expect: Expected,
})
export type Recording = z.infer<typeof Recording>

const RecordedAnswer = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  chunks: z.array(z.string()).optional(),
  body: z.string().optional(),
})
export type RecordedAnswer = z.infer<typeof RecordedAnswer>

/** Answers that providers gave, by `provider/case`. */
export const recordings: ReadonlyMap<string, Recording> = new Map(
  z
    .object({ cases: z.array(Recording) })
    .parse(JSON.parse(readFileSync(join(FOLDER, 'index.json'), 'utf8')))
    .cases.map((recording) => [recording.id, recording]),
)

export function getRecording(id: string): Recording {
  const recording = recordings.get(id)
  if (recording === undefined) throw new Error(`There is no recording ${id}.`)
  return recording
}

export function readAnswer({ file }: Recording): RecordedAnswer {
  return RecordedAnswer.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')))
}
