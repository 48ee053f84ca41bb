import type { Sentence } from '../sentences/prose.ts'
import { nounsOf } from '../world/concernedNouns.ts'
import { meaningOf, type FunctionMeaning } from '../world/functionClaims.ts'
import type { Scene } from '../world/scene.ts'
import { lastCalls } from '../world/turnEvents.ts'
import { HAVING, INSIDE, INSIDE_ELSEWHERE, NOT_ELSEWHERE, STOPPED, THROUGH, UNDONE } from './outcomePhrases.ts'

/** The sentence with the last cue that something was done, unless a later one says that it was not. */
export function lastCue(scene: Scene, done: RegExp, stopped: RegExp, undone = stopped): Sentence | null {
  const isTold = ({ isQuestion, isImagined }: Sentence): boolean => !isQuestion && !isImagined
  const clauses = scene.prose.sentences.filter(isTold).flatMap((sentence) =>
    readPlain(scene, sentence)
      .split(/ (?=but |and |then |yet |until )/)
      .map((words) => ({ sentence, words })),
  )
  const last = clauses.findLastIndex(({ words }) => done.test(words) && !stopped.test(words.replace(done, '')))
  const isUndone = clauses.slice(last + 1).some(({ words }) => undone.test(words))
  return isUndone ? null : (clauses[last]?.sentence ?? null)
}

/** What is said to be done while it is only tried. */
export const ATTEMPTS: ReadonlySet<string> = new Set(
  'search look ask talk listen try examine speak call order offer use read bribe want work test study watch knock inspect play say go'.split(
    ' ',
  ),
)

/** The functions whose check had this outcome, the last time that they were called. */
export function rolledCalls({ after, input }: Scene, success: boolean): readonly FunctionMeaning[] {
  return lastCalls(input.receipts).flatMap(({ function: name, roll, result }) => {
    const meaning =
      result === 'applied' && roll?.success === success && name !== undefined ? meaningOf(after, name) : null
    return meaning === null ? [] : [meaning]
  })
}

/** The words of a sentence, with `X` for what the calls of the turn are about. */
export function readPlain(scene: Scene, { tokens }: Sentence): string {
  const nouns = concernedOf(scene)
  return tokens
    .filter(({ isWord }) => isWord)
    .map(({ text }) => (nouns.has(text.replace(/'s$/, '')) ? 'X' : (SAME.get(text) ?? text)))
    .join(' ')
}

/** Phrases have only one of two words. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['nobody', 'no one'],
  ['somebody', 'someone'],
])

function concernedOf(scene: Scene): ReadonlySet<string> {
  const nouns = concerned.get(scene) ?? new Set(lastCalls(scene.input.receipts).flatMap((call) => nounsOf(scene, call)))
  concerned.set(scene, nouns)
  return nouns
}

const concerned = new WeakMap<Scene, ReadonlySet<string>>()

export const plainText = ({ tokens }: Sentence): string =>
  tokens
    .filter(({ isWord }) => isWord)
    .map(({ text }) => SAME.get(text) ?? text)
    .join(' ')

/** Where the text says that the player gets through, and not that something stops them after it. */
export function findPassage(scene: Scene): Sentence | null {
  return lastCue(scene, THROUGH, STOPPED, UNDONE) ?? lastCue(scene, INSIDE_ELSEWHERE, NOT_ELSEWHERE)
}

/** Where the text says that a door closes behind the player, or that someone lets them in. */
export function findEntry(scene: Scene): Sentence | null {
  return lastCue(scene, INSIDE, STOPPED, UNDONE)
}

/** Where the text says that the player has the thing now. */
export function findTaking(scene: Scene): Sentence | null {
  return lastCue(scene, HAVING, STOPPED, UNDONE)
}
