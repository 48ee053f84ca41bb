import type { Gamebook } from '@llm-gamebook/story'

import type { MessagePaths } from '../db/messagePaths.ts'
import type { TurnReads } from '../db/turnReads.ts'
import { planMemory } from '../engine/memory/planMemory.ts'
import type { SummaryWriter } from '../engine/memory/summary/summaryWriter.ts'
import { stateAt } from '../engine/stateAt.ts'
import type { Narrator } from '../models/narrator.ts'
import type { FindNarrator } from './narrators.ts'

export interface EndedTurn {
  readonly sessionId: string
  readonly answerId: string
  readonly gamebook: Gamebook
  readonly gamebookVersion: string
  readonly narrator: Narrator
}

export interface SummarySources {
  readonly paths: Pick<MessagePaths, 'load'>
  readonly reads: Pick<TurnReads, 'findContext'>
  readonly writer: Pick<SummaryWriter, 'consider'>
  readonly findNarrator: FindNarrator
}

/** Has the story summarized, if it will soon be cut, by the model that the settings name. */
export async function summarizeAfter(
  { sessionId, answerId, gamebook, gamebookVersion, narrator }: EndedTurn,
  { paths, reads, writer, findNarrator }: SummarySources,
): Promise<void> {
  if (narrator.prompt.readsStoryView) return
  const path = await paths.load(sessionId, answerId)
  const last = path.at(-1)
  if (last?.status !== 'done') return
  const context = await reads.findContext(sessionId)
  const { state } = stateAt({ gamebook, version: gamebookVersion }, last)
  if (state.ended !== undefined) return
  const turn = { sessionId, gamebook, gamebookVersion, path, text: '', narrator, context }
  const { summaryModelConfigId: requestedId } = context.settings
  const findWriter = async (): Promise<Narrator> => {
    if (requestedId === null) return narrator
    const chosen = await findNarrator({ chosenId: null, requestedId })
    return chosen.prompt.readsStoryView ? narrator : chosen
  }
  writer.consider({ turn, plan: planMemory({ turn, newMessageId: null, state }), findWriter })
}
