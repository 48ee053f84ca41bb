import type { LanguageModelV4CallOptions } from '@ai-sdk/provider'

import type { Usage } from '../../../messages/modelSnapshot.ts'
import type { Narrator } from '../../../models/narrator.ts'
import { hideTexts } from '../../../models/keys/streamFilter.ts'
import { addUsage, readUsage } from '../../../models/readUsage.ts'
import type { RequestLog } from '../../../models/transport/requestLog.ts'
import { checkUsage } from '../../../usage/checkUsage.ts'
import { requestedModel } from '../../../models/requestedModel.ts'
import { describeFailure } from '../../../models/failure/describeFailure.ts'
import { forEachPart, raceAbort } from '../../step/abortable.ts'

export interface WrittenText {
  readonly text: string
  readonly usage: Usage | null
}

export interface SummaryCall {
  readonly sessionId: string
  readonly writer: Narrator
  readonly requests: RequestLog
  readonly signal: AbortSignal
}

/** A summary has no use for more; what follows is not read. */
const MAX_CHARACTERS = 20_000

/** Requests a text without tools and reads it whole, without thinking and secrets. Throws what the model throws. */
export async function readSummary(
  { sessionId, writer, requests, signal }: SummaryCall,
  prompt: LanguageModelV4CallOptions['prompt'],
): Promise<WrittenText> {
  const purpose = { purpose: 'summary', sessionId, messageId: null, step: 1 } as const
  const options = { prompt, ...writer.callOptions([], await requests.limitsAnswers()), abortSignal: signal }
  const call = requests.open({ ...purpose, ...requestedModel(writer) })
  try {
    const written = await call.observe(() => readText(writer, options, { signal, onOutput: call.heard }))
    const { usage, notice } = checkUsage(written.usage, Buffer.byteLength(written.text))
    call.end({ outcome: 'done', usage, usageNotice: notice })
    return written
  } catch (caught) {
    const { code: errorCode } = describeFailure(caught, writer)
    call.end(signal.aborted ? { outcome: 'stopped', usage: null } : { outcome: 'failed', errorCode, usage: null })
    throw caught
  }
}

async function readText(
  narrator: Narrator,
  options: LanguageModelV4CallOptions,
  { signal, onOutput }: { readonly signal: AbortSignal; readonly onOutput: () => void },
): Promise<WrittenText> {
  const { stream } = await raceAbort(narrator.model.doStream(options), signal)
  let text = ''
  let usage: Usage | null = null
  await forEachPart(stream, signal, (part) => {
    if (part.type === 'error') throw part.error
    if (part.type === 'text-delta') {
      text += part.delta
      onOutput()
    }
    if (part.type === 'finish') usage = addUsage(usage, readUsage(part.usage, text !== ''))
    return text.length <= MAX_CHARACTERS
  })
  return { text: hideTexts(withoutThinking(text), narrator.secretForms), usage }
}

/** Some models think in their text; what they say is behind it. */
function withoutThinking(text: string): string {
  const end = Math.max(...THINKING_ENDS.map((mark) => endOf(text, mark)))
  return text.slice(end)
}

const THINKING_ENDS = ['</think>', '</thinking>', '[/THINK]', '◁/think▷']

function endOf(text: string, mark: string): number {
  const at = text.lastIndexOf(mark)
  return at === -1 ? 0 : at + mark.length
}
