import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import {
  knownTextOf,
  holdBackTail,
  protectedTextsOf,
  readGamebook,
  startState,
  worldOf,
  type ProtectedTexts,
} from '../../story/src/index.ts'
import { quantile } from '../lib/quantile.ts'

/*
 * Reads the labeled answers word for word, as they arrive from a model, and measures how long each word takes until it is
 * shown or held back.
 */
const [labeled = ''] = process.argv.slice(2)
const ROUNDS = 3

const measured = readdirSync(join(labeled, 'gamebooks')).flatMap((name) => {
  const texts = protectedTexts(join(labeled, 'gamebooks', name, 'llm-gamebook.yaml'))
  const answers = readAnswers(join(labeled, `${name}.jsonl`))
  return Array.from({ length: ROUNDS }, () => answers.map((answer) => readWords(texts, answer))).flat()
})
const words = measured.flatMap(({ times }) => times)
console.log(
  JSON.stringify({
    words: words.length,
    p95Ms: quantile(words, 0.95),
    heldPercent: (100 * measured.reduce((sum, { held }) => sum + held, 0)) / words.length,
  }),
)

function protectedTexts(file: string): ProtectedTexts {
  const { gamebook } = readGamebook(readFileSync(file, 'utf8'))
  if (gamebook === null) throw new Error(`${file} has errors.`)
  const state = startState(1)
  const world = worldOf(gamebook, state)
  return protectedTextsOf(world, knownTextOf({ gamebook, receipts: [], player: null }, world, world))
}

/** The words of each answer, with the space after them. */
function readAnswers(file: string): readonly (readonly string[])[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines
    .map((line): unknown => JSON.parse(line))
    .flatMap((answer) => (hasText(answer) ? [answer.text.split(/(?<=\s)/)] : []))
}

/** The milliseconds of each word, and how many words wait for the next one. */
function readWords(
  texts: ProtectedTexts,
  pieces: readonly string[],
): { readonly times: readonly number[]; readonly held: number } {
  const holder = holdBackTail(texts)
  const times: number[] = []
  let held = 0
  let waiting = 0
  for (const piece of pieces) {
    const start = performance.now()
    const { shown, match } = holder.push(piece)
    times.push(performance.now() - start)
    waiting += piece.length - shown.length
    held += Number(match === null && waiting > 0)
  }
  return { times, held }
}

function hasText(answer: unknown): answer is { readonly text: string } {
  return typeof answer === 'object' && answer !== null && 'text' in answer && typeof answer.text === 'string'
}
