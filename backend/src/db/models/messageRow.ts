import { z } from 'zod'

import type { MessageRow } from '../tables.ts'
import { DriftFinding } from '../../messages/driftFinding.ts'
import type { Message, ShownMessage } from '../../messages/message.ts'
import { ModelSnapshot, Usage } from '../../messages/modelSnapshot.ts'
import { StoredPart } from '../../messages/part.ts'
import { StoredExits } from '../../messages/knownExits.ts'
import { PlayerCall } from '../../messages/playerCall.ts'
import { StoredReceiptEntry } from '../../messages/receipt.ts'
import { parseJson } from '../../json.ts'
import { Memory } from '../../sessions/memory.ts'
import { hashSystemText } from './systemText.ts'
import { TurnError } from '../../messages/turnError.ts'
import { readSavedState, writeSavedState } from '../../messages/savedState.ts'

/** The columns of a message that a page shows. */
export const SHOWN_COLUMNS = [
  'message.id',
  'message.sessionId',
  'message.parentId',
  'message.role',
  'message.status',
  'message.parts',
  'message.receipts',
  'message.modelConfigId',
  'message.model',
  'message.usage',
  'message.finishReason',
  'message.error',
  'message.createdAt',
  'message.firstTokenAt',
  'message.finishedAt',
  'message.driftFindings',
] as const satisfies readonly `message.${keyof ShownMessage}`[]

/** @param instructions the system text that the row refers to */
export function toMessage({ systemTextHash, ...row }: MessageRow, instructions: string | null): Message {
  return {
    ...row,
    ...parseShown(row),
    stateAfter: readSavedState(row.stateAfter),
    instructions,
    memory: readMemory(row.memory),
    sentTools: readSentTools(row.sentTools),
    playerCall: readPlayerCall(row.playerCall),
    knownExits: readExits(row.knownExits),
  }
}

export function toShownMessage(row: Pick<MessageRow, keyof ShownMessage>): ShownMessage {
  return { ...row, ...parseShown(row) }
}

function parseShown(row: Pick<MessageRow, keyof ShownMessage>) {
  return {
    parts: readParts(row.parts),
    receipts: readReceipts(row.receipts),
    model: readModel(row.model),
    usage: row.usage === null ? null : Usage.parse(JSON.parse(row.usage)),
    error: row.error === null ? null : TurnError.parse(JSON.parse(row.error)),
    driftFindings: readDriftFindings(row.driftFindings),
  }
}

const Parts = z.array(StoredPart)
const Receipts = z.array(StoredReceiptEntry)

export const readParts = (stored: string): readonly StoredPart[] => Parts.parse(JSON.parse(stored))

export const readReceipts = (stored: string): readonly StoredReceiptEntry[] =>
  stored === '[]' ? [] : Receipts.parse(JSON.parse(stored))

export const readModel = (stored: string | null): ModelSnapshot | null =>
  stored === null ? null : ModelSnapshot.parse(JSON.parse(stored))

/** Null also for what can't be read: the turn then decides anew. */
export const readMemory = (stored: string | null): Memory | null =>
  stored === null ? null : (Memory.safeParse(parseJson(stored)).data ?? null)

const SentTools = z.array(z.string())

export const readSentTools = (stored: string | null): readonly string[] | null =>
  stored === null ? null : (SentTools.safeParse(parseJson(stored)).data ?? null)

/** Null also for what can't be read: the message is then one that was only written. */
export const readPlayerCall = (stored: string | null): PlayerCall | null =>
  stored === null ? null : (PlayerCall.safeParse(parseJson(stored)).data ?? null)

const readExits = (stored: string | null): Message['knownExits'] =>
  stored === null ? null : (StoredExits.safeParse(parseJson(stored)).data ?? null)

const DriftFindings = z.array(DriftFinding)

/** Null also for what can't be read, such as a kind of a newer version. */
export const readDriftFindings = (stored: string | null): readonly DriftFinding[] | null =>
  stored === null ? null : (DriftFindings.safeParse(parseJson(stored)).data ?? null)

/** The columns have one order, because a statement that was built with one message takes the values of others. */
export function toMessageRow(message: Message): MessageRow {
  const { id, sessionId, parentId, role, gamebookVersion, modelConfigId, createdAt } = message
  const fixed = { id, sessionId, parentId, role, gamebookVersion, modelConfigId, createdAt }
  const row = { ...fixed, ...toContentColumns(message), ...toEndColumns(message) }
  // The text is stored with the end of its answer.
  return message.status === 'streaming' ? { ...row, systemTextHash: null } : row
}

/** The columns that change while an answer arrives. */
export function toContentColumns(message: Message) {
  return {
    parts: JSON.stringify(message.parts),
    receipts: JSON.stringify(message.receipts),
    stateAfter: writeSavedState(message.stateAfter),
    firstTokenAt: message.firstTokenAt,
  }
}

/** The columns that are known at the end of an answer. */
export function toEndColumns(message: Message) {
  return {
    status: message.status,
    systemTextHash: message.instructions === null ? null : hashSystemText(message.instructions),
    model: toText(message.model),
    usage: toText(message.usage),
    cost: message.cost,
    finishReason: message.finishReason,
    error: toText(message.error),
    finishedAt: message.finishedAt,
    memory: toText(message.memory),
    sentTools: toText(message.sentTools),
    driftFindings: toText(message.driftFindings),
    playerCall: toText(message.playerCall),
    knownExits: toText(message.knownExits),
  }
}

const toText = (value: object | null): string | null => (value === null ? null : JSON.stringify(value))
