import type { ScriptedStep } from '../../../src/benchmark/play/scriptedModel.ts'
import type { ScriptedTurn } from '../../../src/benchmark/script/benchmarkScript.ts'

/** One request of a turn, as a scripted model sees it. */
export interface SeenStep {
  readonly turn: ScriptedTurn
  /** The turn after it. */
  readonly next: ScriptedTurn | undefined
  /** The place of the turn in its script, from 0. */
  readonly index: number
  /** How many calls of this turn have their results. */
  readonly results: number
  /** Whether the request has tools. */
  readonly hasTools: boolean
  /** The text of the whole request. */
  readonly request: string
}

export type Behavior = (step: SeenStep) => ScriptedStep

const call = (one: ScriptedStep['calls'][number]): ScriptedStep => ({ calls: [one], text: '' })
const write = (text: string): ScriptedStep => ({ calls: [], text })

/** Does everything as its script has it. */
const perfect: Behavior = ({ turn, results, hasTools }) => {
  const next = hasTools ? turn.calls[results] : undefined
  return next === undefined ? write(turn.answer) : call(next)
}

/** Makes only the calls of every second turn, and writes as if it had made them. */
const forgetful: Behavior = (step) => (step.index % 2 === 0 ? perfect(step) : write(step.turn.answer))

/**
 * Says what it must not say, tells of what was refused as if it had happened, and of what nobody has done yet. It makes
 * its calls, and in quiet turns one of the next turn.
 */
const cheating: Behavior = (step) => {
  const { turn, next, results, hasTools } = step
  if (turn.never !== undefined) return write(`${turn.answer} And this is the answer: ${turn.never[0]}.`)
  if (turn.mentions !== undefined) return write('Nothing stops you. It goes exactly as you wanted, and nobody objects.')
  if (turn.calls.length > 0) return perfect(step)
  const early = next?.calls[0]
  if (hasTools && results === 0 && early !== undefined) return call(early)
  return write(next?.answer ?? turn.answer)
}

/** Sends nothing. */
const mute: Behavior = () => write('')

/** Does everything right, in far too many words. */
const talkative: Behavior = (step) => {
  const answer = perfect(step)
  return answer.text === '' ? answer : write(`${answer.text}\n\n${MANY_WORDS}`)
}

const MANY_WORDS =
  'The hour is late, and it goes on being late for some time. Nothing needs to be said about that, and so a good deal is said about it. One thing leads to another here, as things will when nobody stops them. A sentence arrives, sits down, and sends for its family. They stay for supper. They have opinions about the soup, about the weather, and about each other, and they share all of them. Somewhere in the middle there may have been a point, but it has left without its hat. '

/** A server that ignores tools: it only writes. */
const withoutTools: Behavior = ({ turn }) => write(turn.answer)

/** Gives every call arguments that are not so. */
const mistaken: Behavior = (step) => {
  const answer = perfect(step)
  const calls = answer.calls.map(({ function: name, args }) => ({
    function: name,
    args: Object.fromEntries(Object.keys(args).map((key) => [key, 'something-else'])),
  }))
  return { ...answer, calls }
}

/** Writes English, whatever language is set. */
const monolingual: Behavior = (step) => {
  const { language } = step.turn
  if (language === undefined || language === 'English') return perfect(step)
  const answer = perfect(step)
  return answer.text === ''
    ? answer
    : write('You look at it for a while, and it is as it was before. There is nothing in it that you have not seen.')
}

export const BEHAVIORS = {
  perfect,
  forgetful,
  mistaken,
  cheating,
  talkative,
  monolingual,
  mute,
  'without tools': withoutTools,
} as const satisfies Readonly<Record<string, Behavior>>

export type BehaviorName = keyof typeof BEHAVIORS
