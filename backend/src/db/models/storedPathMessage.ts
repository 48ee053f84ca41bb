import type { PathMessage } from '../../messages/pathMessage.ts'
import { readSavedState, type SavedState } from '../../messages/savedState.ts'
import type { MessageRow } from '../tables.ts'
import {
  readDriftFindings,
  readMemory,
  readModel,
  readParts,
  readPlayerCall,
  readReceipts,
  readSentTools,
} from './messageRow.ts'

/** The columns that a turn needs of the messages before it. */
export const PATH_COLUMNS = [
  'id',
  'sessionId',
  'parentId',
  'role',
  'status',
  'parts',
  'receipts',
  'stateAfter',
  'gamebookVersion',
  'model',
  'memory',
  'sentTools',
  'driftFindings',
  'playerCall',
] as const satisfies readonly (keyof MessageRow)[]

export type PathRow = Pick<MessageRow, (typeof PATH_COLUMNS)[number]>

/**
 * A message of a path, as the database returned it. Every turn reads its parts; the other columns stay unparsed until
 * something reads them.
 */
export class StoredPathMessage implements PathMessage {
  readonly id: PathMessage['id']
  readonly sessionId: PathMessage['sessionId']
  readonly parentId: PathMessage['parentId']
  readonly role: PathMessage['role']
  readonly status: PathMessage['status']
  readonly gamebookVersion: PathMessage['gamebookVersion']
  readonly parts: PathMessage['parts']
  readonly memory: PathMessage['memory']
  readonly playerCall: PathMessage['playerCall']
  readonly #row: Pick<PathRow, 'receipts' | 'stateAfter' | 'model' | 'sentTools' | 'driftFindings'>

  constructor(row: PathRow) {
    const { id, sessionId, parentId, role, status, gamebookVersion, parts, receipts, stateAfter, model } = row
    this.id = id
    this.sessionId = sessionId
    this.parentId = parentId
    this.role = role
    this.status = status
    this.gamebookVersion = gamebookVersion
    this.parts = readParts(parts)
    this.memory = readMemory(row.memory)
    this.playerCall = readPlayerCall(row.playerCall)
    this.#row = { receipts, stateAfter, model, sentTools: row.sentTools, driftFindings: row.driftFindings }
  }

  get receipts(): PathMessage['receipts'] {
    return readReceipts(this.#row.receipts)
  }

  get model(): PathMessage['model'] {
    return readModel(this.#row.model)
  }

  get sentTools(): PathMessage['sentTools'] {
    return readSentTools(this.#row.sentTools)
  }

  get driftFindings(): PathMessage['driftFindings'] {
    return readDriftFindings(this.#row.driftFindings)
  }

  get stateAfter(): SavedState {
    return readSavedState(this.#row.stateAfter)
  }

  get rawState(): unknown {
    const state: unknown = JSON.parse(this.#row.stateAfter)
    return state
  }

  get rawLength(): number {
    const { receipts, stateAfter, model } = this.#row
    return receipts.length + stateAfter.length + (model?.length ?? 0)
  }
}
