import { countMessages } from '../../../../db/models/messageTree.ts'
import { findSessionContext } from '../../../../db/models/sessionContext.ts'
import type { Session } from '../../../../db/models/session.ts'
import { describeMemory, type MemoryDescription } from '../../../../engine/memory/describeMemory.ts'
import { stateAt } from '../../../../engine/stateAt.ts'
import { AppError } from '../../../../errors.ts'
import { GamebookNotFoundError } from '../../../../gamebooks/gamebookErrors.ts'
import { isMarked } from '../../../../messages/driftFinding.ts'
import type { PathMessage } from '../../../../messages/pathMessage.ts'
import type { Narrator } from '../../../../models/narrator.ts'
import type { SessionContext } from '../../../../sessions/sessionContext.ts'
import type { AppServices } from '../../../appServices.ts'
import type { SessionMemory } from '../../../schemas/memory.ts'
import { getSession } from '../../../session/getSession.ts'
import { toPinResponse } from './createPin.ts'

export type MemoryServices = Pick<AppServices, 'db' | 'paths' | 'playedGamebooks' | 'turns'>

/** What the narrator would be sent with the next message. An answer that is still being written does not count yet. */
export async function getMemory(services: MemoryServices, id: string): Promise<SessionMemory> {
  const { db, paths, turns } = services
  const session = await getSession(db, id)
  const [context, loaded, narrator, messages] = await Promise.all([
    findSessionContext(db, id),
    paths.load(id, session.headId),
    findNarratorIfAny(turns, session),
    countMessages(db, id),
  ])
  const path = loaded.filter(({ status }) => status !== 'streaming')
  const ids = new Set(loaded.map((message) => message.id))
  return {
    ...(await describe(services, { session, context, path, narrator })),
    narrator: narrator && { name: narrator.snapshot.configName, isBuiltin: narrator.prompt.readsStoryView },
    mode: context.settings.memory,
    pins: context.pins.map((pin) => toPinResponse(pin, ids)),
    note: context.note,
    marked: path.flatMap(({ driftFindings }) => driftFindings?.filter(isMarked) ?? []).length,
    versions: Math.max(0, messages - loaded.length),
  }
}

/** The page says more about a model that can't be used than an error would. */
async function findNarratorIfAny(turns: AppServices['turns'], { modelConfigId }: Session): Promise<Narrator | null> {
  try {
    return await turns.findNarrator({ chosenId: modelConfigId })
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

interface Described {
  readonly session: Session
  readonly context: SessionContext
  readonly path: readonly PathMessage[]
  readonly narrator: Narrator | null
}

type MemoryOfModel = Omit<SessionMemory, 'narrator' | 'mode' | 'pins' | 'note' | 'marked' | 'versions'>

async function describe(
  { playedGamebooks }: MemoryServices,
  { session, context, path, narrator }: Described,
): Promise<MemoryOfModel> {
  const last = path.at(-1)
  if (last === undefined || narrator === null || narrator.prompt.readsStoryView) return NOTHING
  const played = await playedGamebooks.find(session.gamebookId, last.gamebookVersion)
  if (played === undefined) throw new GamebookNotFoundError(session.gamebookId)
  const { gamebook, version } = played
  const { state } = stateAt(played, last)
  const { summaries } = context
  return toResponse(
    narrator,
    describeMemory({ path, gamebook, gamebookVersion: version, summaries, state, narrator, context }),
  )
}

const NOTHING: MemoryOfModel = {
  window: null,
  budget: null,
  sent: [],
  turnsSent: null,
  turnsLeftOut: null,
  facts: [],
  factsLeftOut: 0,
  summary: null,
}

const PARTS = ['turns', 'rules', 'tools', 'state', 'actions', 'summary', 'facts', 'notes'] as const

function toResponse({ contextWindow }: Narrator, described: MemoryDescription): MemoryOfModel {
  const { budget, sizes, turns, turnsLeftOut, tokensLeftOut, facts, factsLeftOut, summary } = described
  return {
    window: contextWindow,
    budget,
    sent: PARTS.flatMap((part) => (sizes[part] === 0 ? [] : [{ part, tokens: sizes[part] }])),
    turnsSent: turnsLeftOut === turns ? null : { from: turnsLeftOut + 1, to: turns },
    turnsLeftOut: turnsLeftOut === 0 ? null : { from: 1, to: turnsLeftOut, tokens: tokensLeftOut },
    facts: facts.flatMap(({ kind, group, text, messageId, isForPlayer }) =>
      isForPlayer ? [{ kind, group, text, messageId }] : [],
    ),
    factsLeftOut,
    summary: summary && {
      text: summary.row.text,
      source: summary.row.source,
      turns: summary.turns,
      isSent: summary.isSent,
    },
  }
}
