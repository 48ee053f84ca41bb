import { parseJson } from '../json.ts'
import { isObject } from '../models/dialects/values.ts'
import { readMessage } from './readElement.ts'
import { type Reason, type Section, splitSystemText, splitUserText } from './splitSections.ts'

/** A block of a request, as people read it. */
export interface DescribedBlock {
  readonly place: 'parameters' | 'tools' | 'system' | 'messages'
  readonly role: string | null
  /** The name of a tool. */
  readonly name: string | null
  readonly sections: readonly DescribedSection[]
}

export interface DescribedSection extends Section {
  /** The function of a call or of its result. */
  readonly name?: string
  /** The number of the turn of the player's words and of the answer to them; 0 is the opening. */
  readonly turn?: number
}

export interface DescribeOptions {
  /** The number of the turn that the request is part of; null if it is part of none. */
  readonly turn: number | null
  readonly pins?: readonly string[]
}

/** Says what each block of a request is, and why it is sent. */
export function describeBlocks(
  texts: readonly string[],
  { turn, pins = [] }: DescribeOptions,
): readonly DescribedBlock[] {
  let list = ''
  const blocks = texts.map((text): DescribedBlock => {
    const opened = /"(\w+)":\[$/.exec(text)?.[1]
    if (opened !== undefined || text.startsWith(']') || list === '') {
      list = opened ?? ''
      return { place: 'parameters', role: null, name: null, sections: [{ reason: 'parameters', text }] }
    }
    const value = parseJson(text.replace(/^,/, ''))
    return list === 'tools' || list === 'functionDeclarations'
      ? describeTool(value)
      : describeMessage(value, list, pins)
  })
  return turn === null ? blocks : withTurns(blocks, turn)
}

function describeTool(value: unknown): DescribedBlock {
  const inner = isObject(value) && isObject(value['function']) ? value['function'] : value
  const name = isObject(inner) && typeof inner['name'] === 'string' ? inner['name'] : null
  return { place: 'tools', role: null, name, sections: [{ reason: 'tools', text: JSON.stringify(value, null, 2) }] }
}

const SYSTEM_ROLES = ['system', 'developer']

function describeMessage(value: unknown, list: string, pins: readonly string[]): DescribedBlock {
  const { role: given, texts } = readMessage(value)
  const role = list === 'system' || list === 'parts' ? 'system' : (given ?? 'user')
  const isSystem = SYSTEM_ROLES.includes(role)
  const isAnswer = role === 'assistant' || role === 'model'
  const sections = texts.flatMap(({ kind, text, name }): readonly DescribedSection[] => {
    if (kind !== 'text') return [{ reason: kind, text, ...(name !== undefined && { name }) }]
    if (isSystem) return splitSystemText(text)
    // To a model without tools, results are texts.
    if (text.startsWith('<tool_response>')) return [{ reason: 'result', text }]
    return isAnswer ? [{ reason: 'answer', text }] : splitUserText(text, pins)
  })
  return { place: isSystem ? 'system' : 'messages', role, name: null, sections }
}

const OF_TURN: readonly Reason[] = ['player', 'answer', 'thinking', 'call', 'result']

/** Counts back from the last words of the player, which are those of the turn itself. */
function withTurns(blocks: readonly DescribedBlock[], turn: number): readonly DescribedBlock[] {
  const isStart = ({ reason }: Section): boolean => reason === 'player'
  let at = turn - blocks.flatMap(({ sections }) => sections).filter(isStart).length
  return blocks.map((block) => ({
    ...block,
    sections: block.sections.map((section) => {
      if (isStart(section)) at += 1
      return OF_TURN.includes(section.reason) ? { ...section, turn: Math.max(0, at) } : section
    }),
  }))
}
