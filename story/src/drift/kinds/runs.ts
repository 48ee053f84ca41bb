import type { Spotted } from '../driftFinding.ts'
import type { Sentence, Token } from '../sentences/prose.ts'
import type { Scene } from '../world/scene.ts'
import { spanOf, type Detector } from './detector.ts'

/** There is nothing to read. */
export const empty: Detector = ({ input: { text } }) =>
  /[\p{L}\p{N}]/u.test(text) ? [] : [{ start: 0, end: text.length, fact: 'The answer is empty.' }]

const COPIES = 4
const LONGEST_RUN = 60
/** A shorter run is a chant or a laugh until the whole is this long, in words. */
const SHORTEST_LOOP = 12
/** Sentences that come back so often need so many words each. */
const SHORTEST_SENTENCE = 3

/** The same words four times or more, one after the other, or the same sentence. */
export const loop: Detector = (scene) => {
  const fact = 'The answer goes round in circles.'
  const tokens = scene.whole.sentences.flatMap(({ all }) => all.filter(({ isWord }) => isWord))
  const run = findRun(tokens)
  if (run !== null) return [spanOf(tokens.slice(run.from, run.to), fact)]
  return repeatedSentences(scene).flatMap(({ copies }) =>
    copies.length >= COPIES ? [spanOf(copies.at(-1)?.all ?? [], fact)] : [],
  )
}

/** A sentence that comes back, less often than in a loop. */
export const repetition: Detector = (scene) => {
  if (loop(scene).length > 0) return []
  const fact = 'This has been said before in the same answer.'
  return repeatedSentences(scene).map(({ copies }) => spanOf(copies.at(-1)?.all ?? [], fact))
}

/** The first run of words that equals the words before it often enough. */
function findRun(tokens: readonly Token[]): { readonly from: number; readonly to: number } | null {
  const equal = new Uint32Array(LONGEST_RUN + 1)
  for (const [at, { text }] of tokens.entries()) {
    for (let length = 1; length <= LONGEST_RUN && length <= at; length += 1) {
      const same = tokens[at - length]?.text === text
      equal[length] = same ? (equal[length] ?? 0) + 1 : 0
      const words = (equal[length] ?? 0) + length
      if (words >= Math.max(COPIES * length, SHORTEST_LOOP)) return { from: at + 1 - words, to: at + 1 }
    }
  }
  return null
}

interface Repeated {
  readonly copies: readonly Sentence[]
}

function repeatedSentences({ whole }: Scene): readonly Repeated[] {
  const byText = new Map<string, Sentence[]>()
  for (const sentence of whole.sentences) {
    const words = sentence.all.filter(({ isWord }) => isWord).map(({ text }) => text)
    if (words.length < SHORTEST_SENTENCE) continue
    const text = words.join(' ')
    const known = byText.get(text)
    if (known === undefined) byText.set(text, [sentence])
    else known.push(sentence)
  }
  return [...byText.values()].filter((copies) => copies.length > 1 && isLong(copies)).map((copies) => ({ copies }))
}

/** A short sentence may be a refrain. */
function isLong(copies: readonly Sentence[]): boolean {
  const words = copies[0]?.all.filter(({ isWord }) => isWord).length ?? 0
  return words >= 5 || copies.length >= COPIES
}

export const nonAnswer: Detector = ({ whole, input: { text } }) => {
  const words = whole.sentences.flatMap(({ all }) => all.filter(({ isWord }) => isWord))
  const isShort = words.length > 0 && words.length < 6
  const spot: Spotted = { start: 0, end: text.length, fact: 'The answer does not say what happens.' }
  return isShort ? [spot] : []
}
