import { viewStory, worldOf, type StoryState } from '@llm-gamebook/story'
import { z } from 'zod'

import type { Message } from '../../db/models/message.ts'
import type { Part } from '../../db/models/messageContent.ts'
import type { NarratorInput } from '../../narrator/narratorInput.ts'
import type { RequestInput } from './requestInput.ts'

const Settled = z.object({
  result: z.enum(['success', 'refused']),
  reason: z.string().optional(),
  facts: z.array(z.string()).optional(),
})

/** What the built-in narrator is handed in place of a prompt. */
export function buildNarratorInput({ turn, world, answer, report }: RequestInput): NarratorInput {
  const answers = turn.path.filter((message) => message.role === 'narrator')
  const foundAt = turn.path.at(-1)?.stateAfter
  return {
    view: viewStory(world, report),
    before: foundAt === undefined ? null : viewStory(worldOf(turn.gamebook, foundAt), report),
    words: turn.words,
    turn: answers.length,
    results: answer.parts.flatMap(toResult),
    told: [...new Set(answers.flatMap(({ stateAfter }) => currentNodes(stateAfter, turn)))],
    cameFrom: Object.fromEntries([...answers, answer].flatMap(moves)),
  }
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
    receipt.changes.flatMap(({ entity, field, before }) =>
      field === 'current_node_id' && typeof before === 'string' ? [[entity, before] as const] : [],
    ),
  )
}
