import { listEndings } from '../../play/listEndings.ts'
import { viewEnding } from '../../prompt/viewStory.ts'
import { findLaterTexts } from '../protectedText/findLaterTexts.ts'
import type { Span } from '../sentences/quotedSpans.ts'
import type { Spotted } from '../driftFinding.ts'
import type { Sentence } from '../sentences/prose.ts'
import { splitPhrase } from '../world/nameIndex.ts'
import type { Scene } from '../world/scene.ts'
import { spanOf, type Detector } from './detector.ts'
import {
  CONDITION,
  DEAD,
  ENDS,
  FORETOLD,
  GOES_ON,
  LOST,
  NEGATED,
  NOT_DEAD,
  NOT_OVER,
  OVER,
  STORY_IS_DONE,
  WON,
} from './endingPhrases.ts'
import { successAsFailure } from './toldAsFailed.ts'

/** How the story may end is given away while it goes on. */
export const endingGivenAway: Detector = (scene) => {
  if (scene.after.state.ended !== undefined) return []
  const fact = 'The story has not ended.'
  const quotes = findLaterTexts(scene.after, scene.known, scene.whole, true).filter((span) => isAhead(scene, span))
  return [
    ...spotSentences(scene, isForetold, fact),
    ...titlesIn(scene, fact),
    ...quotes.map(({ start, end }) => ({ start, end, fact })),
  ]
}

function isForetold(words: string): boolean {
  return (FORETOLD.test(words) || (ENDS.test(words) && CONDITION.test(words))) && !NEGATED.test(words)
}

/** Whether a part of the text speaks of what will or would be. */
function isAhead({ whole }: Scene, { start }: Span): boolean {
  const index = whole.sentences.findIndex((sentence) => sentence.start <= start && start <= sentence.end)
  const words = whole.sentences
    .slice(Math.max(0, index - 1), index + 1)
    .map(wordsIn)
    .join(' ')
  return AHEAD.test(words)
}

const AHEAD = /\b(?:will|would|shall|could|if|once|when|someday|one day|before it is over|[a-z]{1,9}'ll)\b/

function isOver(words: string): boolean {
  return (OVER.test(words) || STORY_IS_DONE.test(words)) && !NOT_OVER.test(words.replace('this is where', ''))
}

/** The story ends in the text alone, or has ended and goes on there. */
export const endingContradicted: Detector = (scene) => {
  const ending = viewEnding(scene.after)
  const quotes = findLaterTexts(scene.after, scene.known, scene.whole, true).filter((span) => !isAhead(scene, span))
  if (ending === null) {
    const fact = 'The story has not ended.'
    return [
      ...spotSentences(scene, isOver, fact),
      ...deaths(scene, fact),
      ...quotes.map(({ start, end }) => ({ start, end, fact })),
    ]
  }
  const fact = `The story has ended: ${ending.title}.`
  return [
    ...quotes.map(({ start, end }) => ({ start, end, fact })),
    ...spotSentences(scene, (words) => GOES_ON.test(words), fact, true),
    ...(ending.kind === 'bad' ? spotSentences(scene, (words) => WON.test(words), fact) : []),
    ...(ending.kind === 'good'
      ? [...spotSentences(scene, (words) => LOST.test(words), fact), ...deaths(scene, fact)]
      : []),
    ...(ending.kind === 'bad' ? [] : successAsFailure(scene).map((spot) => ({ ...spot, fact }))),
    ...titlesIn(scene, fact),
  ]
}

function spotSentences(
  scene: Scene,
  test: (words: string) => boolean,
  fact: string,
  withQuestions = false,
): readonly Spotted[] {
  return scene.prose.sentences.flatMap((sentence) => {
    if ((sentence.isQuestion && !withQuestions) || sentence.isImagined) return []
    return test(wordsIn(sentence)) ? [spanOf(sentence.tokens, fact)] : []
  })
}

const wordsIn = ({ tokens }: Sentence): string =>
  tokens
    .filter(({ isWord }) => isWord)
    .map(({ text }) => text)
    .join(' ')

/** The player dies. */
function deaths(scene: Scene, fact: string): readonly Spotted[] {
  const spans = scene.claims
    .filter(({ verb, isDenied }) => verb === 'die' && !isDenied)
    .map(({ sentence }) => spanOf(sentence.tokens, fact))
  return [...spans, ...spotSentences(scene, (words) => DEAD.test(words) && !NOT_DEAD.test(words), fact)]
}

/** The title of an ending that has not been reached, as it is written. */
function titlesIn({ after, whole, known }: Scene, fact: string): readonly Spotted[] {
  const reached = viewEnding(after)?.title
  const titles = listEndings(after.gamebook).map(({ title }) => title)
  return titles.flatMap((title) => {
    const words = splitPhrase(title)
    if (title === reached || words.length < 2 || known.folded.includes(` ${words.join(' ')} `)) return []
    return whole.sentences.flatMap(({ all }) =>
      all.flatMap((token, at) => {
        const isHere = words.every((word, index) => all[at + index]?.text === word)
        if (!isHere || !token.isCapitalized || !all[at + words.length - 1]?.isCapitalized) return []
        return [spanOf(all.slice(at, at + words.length), fact)]
      }),
    )
  })
}
