import {
  viewCall,
  viewStory,
  worldOf,
  type ChangeRecord,
  type EffectRecord,
  type StoryState,
} from '@llm-gamebook/story'
import { z } from 'zod'

import type { Message } from '../../messages/message.ts'
import { type Part, textOf } from '../../messages/part.ts'
import { Argument, type NarratorInput } from '../../narrator/narratorInput.ts'
import { stateAt } from '../stateAt.ts'
import type { RequestInput } from './requestInput.ts'

const CallResult = z.object({ result: z.enum(['success', 'refused']), reason: z.string().optional() })
const Arguments = z.record(z.string(), Argument)

/** The input of the built-in narrator, in place of a prompt. */
export function buildNarratorInput(input: RequestInput): NarratorInput {
  const { turn, world, answer, closing, report } = input
  const answers = turn.path.filter((message) => message.role === 'narrator')
  const last = turn.path.at(-1)
  const foundAt = closing ?? (last && stateOf(last, turn))
  return {
    view: viewStory(world, report),
    before: foundAt === undefined ? null : viewStory(worldOf(turn.gamebook, foundAt), report),
    message: turn.text,
    openMessages: listOpenMessages(turn),
    turn: answers.length,
    results: closing === null ? answer.parts.flatMap((part) => toResult(part, input)) : [],
    describedNodeIds: [...new Set(answers.flatMap((message) => currentNodes(stateOf(message, turn), turn)))],
    cameFrom: Object.fromEntries([...answers, answer].flatMap(moves)),
  }
}

function stateOf(message: Message, { gamebook, gamebookVersion: version }: RequestInput['turn']): StoryState {
  return stateAt({ gamebook, version }, message).state
}

/** Older messages don't answer the latest question. */
const MOST_LEFT_OPEN = 4

/** The player's messages that this narrator answered without an action, back to its last action. */
function listOpenMessages({ path, narrator }: RequestInput['turn']): readonly string[] {
  const before = path.at(-1)?.role === 'player' ? path.slice(0, -1) : path
  const open: string[] = []
  for (let index = before.length - 1; index > 0 && open.length < MOST_LEFT_OPEN; index -= 2) {
    const [message, answer] = [before[index - 1], before[index]]
    if (message?.role !== 'player' || answer?.model?.provider !== narrator.snapshot.provider) break
    if (answer.status !== 'done' || answer.parts.some(({ type }) => type === 'tool-call')) break
    open.unshift(textOf(message))
  }
  return open
}

function toResult(part: Part, { world, answer, report }: RequestInput): NarratorInput['results'] {
  if (part.type !== 'tool-call') return []
  const result = CallResult.safeParse(part.result)
  if (!result.success) return []
  const receipts = answer.receipts.flatMap(({ partId, receipt }) => (partId === part.id ? [receipt] : []))
  const args = Arguments.safeParse(part.input)
  return [
    {
      function: part.toolName,
      args: args.success ? args.data : {},
      ...result.data,
      ...viewCall(world, part.toolName, receipts, report),
    },
  ]
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
