import { playerText } from '../../../text/player.ts'
import type { Message } from '../../../types/api.ts'
import { messageText } from '../answer/messageText.ts'
import { takeSentences } from './takeSentences.ts'

/** What has been announced of the last answer. */
export interface Spoken {
  readonly messageIds: readonly string[]
  readonly status: Message['status'] | null
  /** That part of its text. */
  readonly text: string
}

export const NOTHING_SPOKEN: Spoken = { messageIds: [], status: null, text: '' }

/** A sentence of the story, or what the app says about it. */
export interface Announcement {
  readonly text: string
  readonly isStory: boolean
}

/**
 * What is new since the last announcement: the sentences of a growing answer, how it ended if it was cut off, a new
 * version of it, and a turn that was undone or redone. A page that opens announces nothing.
 */
export function announce(
  before: Spoken,
  messages: readonly Message[],
): { readonly lines: readonly Announcement[]; readonly spoken: Spoken } {
  const last = messages.at(-1)
  const messageIds = messages.map(({ id }) => id)
  const isSame = last !== undefined && last.id === before.messageIds.at(-1)
  const isStreaming = last?.status === 'streaming'
  const status = last?.status ?? null
  if (last?.role !== 'narrator') return { lines: [], spoken: { messageIds, status, text: '' } }

  const text = messageText(last)
  const isGrowing = isSame && before.status === 'streaming'
  if (!isGrowing && !isStreaming) {
    const lines = isSame ? [] : describeMove(before.messageIds, messageIds, text)
    return { lines, spoken: { messageIds, status, text } }
  }
  const { sentences, length } = takeSentences(text, isGrowing ? keptLength(before.text, text) : 0, isStreaming)
  const isRetry = !isGrowing && before.messageIds.length > 0 && last.siblingIds.length > 1
  const start = isRetry ? [remark(playerText('announced.retry'))] : []
  const end = isGrowing ? describeEnd(last) : []
  return {
    lines: [...start, ...sentences.map(fromStory), ...end],
    spoken: { messageIds, status, text: text.slice(0, length) },
  }
}

/** How much of the announced text remains: text is taken back in whole parts, or from the end of one. */
function keptLength(announced: string, text: string): number {
  if (text.startsWith(announced)) return announced.length
  if (announced.startsWith(text)) return text.length
  let same = 0
  while (announced[same] === text[same]) same += 1
  return text.lastIndexOf(PART_BREAK, same) + 1
}

const PART_BREAK = '\n'

const remark = (text: string): Announcement => ({ text, isStory: false })
const fromStory = (text: string): Announcement => ({ text, isStory: true })

const isBroken = (status: Message['status']): status is 'stopped' | 'interrupted' | 'failed' =>
  status === 'stopped' || status === 'interrupted' || status === 'failed'

/** How an answer ended, if it is not whole. */
function describeEnd({ status, finishReason }: Message): readonly Announcement[] {
  if (isBroken(status)) return [remark(playerText(`announced.${status}`))]
  return status === 'done' && finishReason === 'length' ? [remark(playerText('announced.cutShort'))] : []
}

/** A move to another answer that is complete already. */
function describeMove(before: readonly string[], now: readonly string[], text: string): readonly Announcement[] {
  const [from, to] = [before.at(-1), now.at(-1)]
  if (from === undefined || to === undefined) return []
  if (before.includes(to)) return [remark(playerText('announced.undone'))]
  const sentences = takeSentences(text, 0, false).sentences.map(fromStory)
  return now.includes(from) ? [remark(playerText('announced.redone')), ...sentences] : sentences
}
