import type { Json } from '@llm-gamebook/story'

import { createAnswerParser } from '../../../src/engine/answerParser/answerParser.ts'
import type { ParsedPiece, SentTool } from '../../../src/engine/answerParser/parsedPiece.ts'

const parameter = (name: string, isText = true) => ({ name, isText })

export const TOOLS: readonly SentTool[] = [
  { name: 'go_to', parameters: [parameter('to')] },
  { name: 'take', parameters: [parameter('item')] },
  { name: 'bribe_sentry', parameters: [parameter('coins', false), parameter('softly', false)] },
  { name: 'wait', parameters: [] },
]
export const OPTIONS = {
  tools: TOOLS,
  headings: ['State of this turn', 'What can be done now', 'The player says', 'Remember'],
  ids: new Set(['lantern', 'pantry', 'great_hall', 'errand']),
  sentLines: new Set([
    '- Nerve: 2 of 2',
    '- go_to',
    'to pantry: out to the pantry',
    '- Not now: take. There is nothing here.',
  ]),
}

export interface ReadAnswer {
  readonly text: string
  readonly thinking: string
  readonly calls: readonly (readonly [string, Json])[]
  readonly hidden: readonly (string | null)[]
  readonly isLoop: boolean
}

/** What the parser makes of an answer, in pieces as they are given. */
export function readAnswer(...pieces: readonly string[]): ReadAnswer {
  const parser = createAnswerParser(OPTIONS)
  return join([...pieces.flatMap((piece) => parser.write(piece)), ...parser.end()])
}

export function join(pieces: readonly ParsedPiece[]): ReadAnswer {
  let [text, thinking, isLoop] = ['', '', false]
  const calls: [string, Json][] = []
  const hidden: (string | null)[] = []
  for (const piece of pieces) {
    switch (piece.type) {
      case 'text':
        text += piece.text
        break
      case 'thinking':
        thinking += piece.text
        break
      case 'text-was-thinking':
        thinking += text
        text = ''
        break
      case 'call':
        calls.push([piece.name, piece.input])
        break
      case 'hidden-call':
        hidden.push(piece.name)
        break
      case 'loop':
        isLoop = true
        text = text.slice(0, text.length - piece.characters)
    }
  }
  return { text, thinking, calls, hidden, isLoop }
}
