import type { Scene } from '../../scene/scene.ts'
import { contentWords } from '../../words/contentWords.ts'
import { stem } from '../../words/stem.ts'
import { isVerb, verbKinds, type VerbKind } from '../../words/verbs.ts'
import { readBoolean } from '../fill/readBoolean.ts'
import { fillSlots } from '../fill/fillSlots.ts'
import { isGreeting } from '../greeting.ts'
import type { Intent } from '../intent.ts'
import { toPlayerInput, type PlayerInput } from '../playerInput.ts'
import { toCall } from '../toCall.ts'

/**
 * What a message means while a speaker waits for an answer: words that ask for nothing else are the answer.
 * @param intent what they mean otherwise
 */
export function answerExpected(intent: Intent, message: string, scene: Scene): Intent {
  const { expected } = scene
  if (expected === null) return intent
  const input = toPlayerInput(message, scene)
  return asksForMore(intent, input, scene) ? intent : toCall(expected, fillSlots(expected, input, true))
}

function asksForMore(intent: Intent, input: PlayerInput, { view }: Scene): boolean {
  if (isBareTry(input)) return false
  const [kind] = input.verbKinds
  switch (intent.kind) {
    case 'unclear':
    case 'unanswered':
    case 'other-language':
    case 'remark':
    case 'refrain':
      return false
    case 'clarify':
    case 'refused':
    case 'attempt':
    case 'attempt-detail':
    case 'no-exit':
    case 'not-a-place':
      return isCommand(input)
    case 'not-here':
      return intent.missing === 'person' || isCommand(input)
    case 'examine':
    case 'detail':
    case 'which-detail':
    case 'field':
      return kind === 'look' || input.isQuestion
    case 'no-topic':
    case 'used-up':
      return intent.speaker.id !== view.expecting?.speakerId
    case 'talk':
      return intent.subject.id !== view.expecting?.speakerId || isOnlyAddress(input)
    default:
      return true
  }
}

/** "I can try": elsewhere that asks which door. */
function isBareTry({ stems }: PlayerInput): boolean {
  return stems.length > 0 && stems.every((word) => word === TRY)
}

const TRY = stem('try')

/** "Push him", "I go out", but not "I take it back" or "try me". */
function isCommand({ all }: PlayerInput): boolean {
  const words = all.filter((word) => word !== 'please')
  const isOwn = words[0] === 'i'
  const kinds = verbKinds(stem(words[isOwn ? 1 : 0] ?? ''))
  return kinds.some((kind) => COMMANDS.has(kind) && !(isOwn && kind === 'action'))
}

const COMMANDS: ReadonlySet<VerbKind> = new Set(['travel', 'look', 'action'])

/** "Hello", "talk to him", but not "say yes" or "tell him that I am sorry". */
function isOnlyAddress(input: PlayerInput): boolean {
  if (isGreeting(input)) return true
  return readBoolean(input) === null && input.stems.some((word) => ADDRESSING.has(word)) && !input.stems.some(hasMore)
}

const ADDRESSING = new Set(contentWords('talk speak chat converse ask question greet'))
const hasMore = (word: string): boolean => isVerb(word) && !ADDRESSING.has(word)
