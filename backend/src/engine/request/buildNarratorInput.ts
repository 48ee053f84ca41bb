import { viewStory, worldOf, type ChangeRecord, type EffectRecord, type StoryState } from '@llm-gamebook/story'
import { z } from 'zod'

import type { Message } from '../../db/models/message.ts'
import type { Part } from '../../db/models/messageContent.ts'
import type { NarratorInput } from '../../narrator/narratorInput.ts'
import { stateAt } from '../stateAt.ts'
import type { RequestInput } from './requestInput.ts'

const Settled = z.object({
  result: z.enum(['success', 'refused']),
  reason: z.string().optional(),
  facts: z.array(z.string()).optional(),
})

/** What the built-in narrator is handed in place of a prompt. */
export function buildNarratorInput({ turn, world, answer, closing, report }: RequestInput): NarratorInput {
  const answers = turn.path.filter((message) => message.role === 'narrator')
  const last = turn.path.at(-1)
  const foundAt = closing ?? (last && stateOf(last, turn))
  return {
    view: viewStory(world, report),
    before: foundAt === undefined ? null : viewStory(worldOf(turn.gamebook, foundAt), report),
    words: turn.words,
    turn: answers.length,
    results: closing === null ? answer.parts.flatMap(toResult) : [],
    told: [...new Set(answers.flatMap((told) => currentNodes(stateOf(told, turn), turn)))],
    cameFrom: Object.fromEntries([...answers, answer].flatMap(moves)),
  }
}

function stateOf(message: Message, { gamebook, gamebookVersion: version }: RequestInput['turn']): StoryState {
  return stateAt({ gamebook, version }, message).state
}

function toResult(part: Part): NarratorInput['results'] {
  if (part.type !== 'tool-call') return []
  const settled = Settled.safeParse(part.result)
  return settled.success ? [{ function: part.toolName, ...settled.data }] : []
}

function currentNodes(state: StoryState, { gamebook }: RequestInput['turn']): readonly string[] {
  return [...gamebook.entities.values()].flatMap(({ id, graph }) => {
    if (graph === undefined) return []
    const current = state.entities[id]?.['current_node_id']
    return [typeof current === 'string' ? current : graph.startNodeId]
  })
}

function moves({ receipts }: Pick<Message, 'receipts'>): readonly (readonly [string, string])[] {
  return receipts.flatMap(({ receipt }) =>
    changesIn(receipt).flatMap(({ entity, field, before }) =>
      field === 'current_node_id' && typeof before === 'string' ? [[entity, before] as const] : [],
    ),
  )
}

function changesIn({ changes, effects = [] }: EffectRecord): readonly ChangeRecord[] {
  return [...changes, ...effects.flatMap(changesIn)]
}
