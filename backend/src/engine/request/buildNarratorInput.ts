import { viewCall, viewKnownPlaces, viewStory, worldOf, type CallResult } from '@llm-gamebook/story'
import { z } from 'zod'

import type { PathMessage } from '../../messages/pathMessage.ts'
import { type Part, textOf } from '../../messages/part.ts'
import { Argument, type NarratorInput } from '../../narrator/narratorInput.ts'
import { stateAt } from '../stateAt.ts'
import { readCallResult } from './callResult.ts'
import { movesIn, placesOf } from './placesOf.ts'
import type { RequestInput } from './requestInput.ts'

const ASK = 'talk/ask'
const SpeakerArgument = z.object({ entity_id: z.string() })
const Arguments = z.record(z.string(), Argument)

/** The input of the built-in narrator, in place of a prompt. */
export function buildNarratorInput(input: RequestInput): NarratorInput {
  const { turn, world, answer, closing, report } = input
  const answers = turn.path.filter((message) => message.role === 'narrator')
  const last = turn.path.at(-1)
  const { gamebook, gamebookVersion: version } = turn
  const foundAt = closing ?? (last && stateAt({ gamebook, version }, last).state)
  return {
    view: viewStory(world, report),
    before: foundAt === undefined ? null : viewStory(worldOf(gamebook, foundAt), report),
    message: turn.text,
    ...(turn.call != null && { isDone: true }),
    openMessages: listOpenMessages(turn),
    turn: answers.length,
    narrations: input.narrations,
    results: closing === null ? answer.parts.flatMap((part) => toResult(part, input)) : [],
    describedNodeIds: [...listDescribed(turn, answers)],
    knownPlaces: viewKnownPlaces(world, report),
    cameFrom: Object.fromEntries([
      ...answers.flatMap((message) => placesOf(message).moves),
      ...movesIn(answer.receipts),
    ]),
    recentTexts: answers.slice(-RECENT_ANSWERS).map(textOf),
    lastSpeakerId: findLastSpeaker([...answers, answer]),
  }
}

/** A sentence of the narrator's own comes back after this many answers at the earliest. */
const RECENT_ANSWERS = 10

/** The nodes at which any answer has left the player. */
function listDescribed({ gamebook }: RequestInput['turn'], answers: readonly PathMessage[]): ReadonlySet<string> {
  const graphs = [...gamebook.entities.values()].flatMap(({ id, graph }) =>
    graph === undefined ? [] : [{ id, startNodeId: graph.startNodeId }],
  )
  const described = new Set<string>()
  for (const message of answers) {
    const { nodes } = placesOf(message)
    for (const { id, startNodeId } of graphs) described.add(nodes[id] ?? startNodeId)
  }
  return described
}

/** Who was asked last, at the end of a turn or in this one. */
function findLastSpeaker(answers: readonly Pick<PathMessage, 'receipts'>[]): string | null {
  for (const { receipts } of answers.toReversed()) {
    const asked = receipts.findLast(({ receipt }) => receipt.action === ASK && receipt.result === 'applied')
    const speaker = SpeakerArgument.safeParse(asked?.receipt.args)
    if (speaker.success) return speaker.data.entity_id
  }
  return null
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
  const result = readCallResult(part.result)
  if (result === null) return []
  const receipts = answer.receipts.flatMap(({ partId, receipt }) => (partId === part.id ? [receipt] : []))
  const args = Arguments.safeParse(part.input)
  return [
    {
      function: part.toolName,
      args: args.success ? args.data : {},
      ...toOutcome(result),
      ...viewCall(world, part.toolName, receipts, report),
    },
  ]
}

/** This narrator calls only what it can read of; an error would mean that it can't be done. */
function toOutcome(result: CallResult): Pick<NarratorInput['results'][number], 'result' | 'reason' | 'narrations'> {
  switch (result.result) {
    case 'applied':
      return { result: 'applied', narrations: result.narrations ?? [] }
    case 'refused':
      return { result: 'refused', reason: result.reason, narrations: [] }
    case 'error':
      return { result: 'refused', narrations: [] }
  }
}
