import type { Message, Part, ReceiptEntry, ThinkingPart } from '../../../types/api.ts'
import { isNewPlace } from './isNewPlace.ts'

export type AnswerBlock =
  | { readonly kind: 'text'; readonly id: string; readonly text: string }
  | { readonly kind: 'thinking'; readonly id: string; readonly part: ThinkingPart }
  | { readonly kind: 'receipt'; readonly id: string; readonly entry: ReceiptEntry; readonly isRepeated: boolean }
  | { readonly kind: 'new-place'; readonly id: string }

/** An answer in reading order: each receipt follows its tool call, and an ornament marks each new place. */
export function answerBlocks({ parts, receipts }: Pick<Message, 'parts' | 'receipts'>): AnswerBlock[] {
  const blocks: AnswerBlock[] = []
  const groups = groupReceipts(receipts)
  const refusals = new Set<string>()
  let hasMoved = false

  function addReceipts(partId: string | null) {
    for (const entry of groups.get(partId) ?? []) {
      const said = `${entry.receipt.result} ${entry.line}`
      const isRepeated = entry.receipt.result !== 'applied' && refusals.has(said)
      refusals.add(said)
      blocks.push({ kind: 'receipt', id: entry.id, entry, isRepeated })
      hasMoved ||= isNewPlace(entry)
    }
    groups.delete(partId)
  }

  function addPart(part: Part) {
    if (part.type === 'tool-call') addReceipts(part.id)
    else if (part.type === 'thinking') blocks.push({ kind: 'thinking', id: part.id, part })
    else if (part.withdrawn === undefined && part.text.trim() !== '') {
      if (hasMoved) blocks.push({ kind: 'new-place', id: `new-place-${part.id}` })
      hasMoved = false
      blocks.push({ kind: 'text', id: part.id, text: part.text })
    }
    if (part.type !== 'tool-call') addReceipts(part.id)
  }

  addReceipts(null)
  parts.forEach(addPart)
  for (const partId of [...groups.keys()]) addReceipts(partId)
  return blocks
}

/** A receipt without a part, such as a trigger's, stays with the one before it. */
function groupReceipts(receipts: readonly ReceiptEntry[]): Map<string | null, ReceiptEntry[]> {
  const groups = new Map<string | null, ReceiptEntry[]>()
  let partId: string | null = null
  for (const entry of receipts) {
    partId = entry.partId ?? partId
    groups.set(partId, [...(groups.get(partId) ?? []), entry])
  }
  return groups
}
