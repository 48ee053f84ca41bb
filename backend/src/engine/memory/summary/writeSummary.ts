import { listHiddenNames, worldOf } from '@llm-gamebook/story'

import { textOf } from '../../../messages/part.ts'
import type { Usage } from '../../../messages/modelSnapshot.ts'
import { NO_REQUEST_LOG, type RequestLog } from '../../../models/transport/requestLog.ts'
import type { Narrator } from '../../../models/narrator.ts'
import { addUsage } from '../../../models/readUsage.ts'
import { stateAt } from '../../stateAt.ts'
import type { TurnRequest } from '../../turn.ts'
import { paragraphsOf, joinParagraphs } from '../fitSummary.ts'
import { checkSummary, continueSummary, type KnownTexts, type SummaryVerdict } from './checkSummary.ts'
import type { SummaryTask } from './planSummary.ts'
import { readSummary, type WrittenText } from './readSummary.ts'
import { buildMergeRequest, buildSummaryRequest } from './summaryRequest.ts'

export interface WrittenSummary {
  readonly text: string
  /** The id of the last message that it covers. */
  readonly coversTo: string
  readonly usage: Usage | null
}

/** A model wrote something that is no summary. */
export class RejectedSummaryError extends Error {
  override readonly name = 'RejectedSummaryError'

  constructor(reason: string) {
    super(`The summary was rejected: ${reason}.`)
  }
}

export interface SummaryOrder {
  /** The next turn, with the path up to the last answer. */
  readonly turn: TurnRequest
  readonly task: SummaryTask
  readonly writer: Narrator
  /** The most bytes of a summary in a request. */
  readonly maxBytes: number
  readonly signal: AbortSignal
  readonly requests?: RequestLog
}

/** Paragraphs that are joined at once; a later summary joins the next ones. */
const MOST_MERGES = 2

/** Throws `RejectedSummaryError`, and what the model throws. */
export async function writeSummary(order: SummaryOrder): Promise<WrittenSummary> {
  const { turn, task, writer, signal, maxBytes, requests = NO_REQUEST_LOG } = order
  const call = { sessionId: turn.sessionId, writer, requests, signal }
  const known = knownTexts(order)
  const { prompt, covered } = buildSummaryRequest(turn, task, writer)
  const written = await readSummary(call, prompt)
  let text = continueSummary(task.base?.text ?? '', fitText(written, known))
  let { usage } = written
  for (let merges = 0; merges < MOST_MERGES && Buffer.byteLength(text) > maxBytes; merges += 1) {
    const [, second, ...later] = paragraphsOf(text)
    if (second === undefined) break
    const merged = await readSummary(call, buildMergeRequest(turn, text, writer))
    usage = merged.usage === null ? usage : addUsage(usage, merged.usage)
    text = joinParagraphs([fitText(merged, known), ...later])
  }
  return { text, coversTo: covered.at(-1)?.id ?? '', usage }
}

function fitText({ text }: WrittenText, known: KnownTexts): string {
  const verdict: SummaryVerdict = checkSummary(text, known)
  if (!verdict.isFit) throw new RejectedSummaryError(verdict.reason)
  return verdict.text
}

/** A name that was told or typed before is no secret, whatever the gamebook says. */
function knownTexts({ turn, task }: SummaryOrder): KnownTexts {
  const { path, gamebook, gamebookVersion: version } = turn
  const last = path.at(-1)
  const hiddenNames =
    last === undefined ? [] : listHiddenNames(worldOf(gamebook, stateAt({ gamebook, version }, last).state))
  const texts = [task.base?.text ?? '', ...path.map(textOf)]
  return { hiddenNames, isKnown: (name) => texts.some((text) => text.toLowerCase().includes(name)) }
}
