import { listEndings } from '../../play/listEndings.ts'
import { viewEnding } from '../../prompt/viewStory.ts'
import { findLaterTexts } from '../protectedText/findLaterTexts.ts'
import type { Span } from '../sentences/quotedSpans.ts'
import type { Spotted } from '../driftFinding.ts'
import type { Sentence } from '../sentences/prose.ts'
import { splitPhrase } from '../world/nameIndex.ts'
import type { Scene } from '../world/scene.ts'
import { spanOf, type Detector } from './detector.ts'
import { successAsFailure } from './toldAsFailed.ts'

/** How the story may end is given away while it goes on. */
export const endingGivenAway: Detector = (scene) => {
  if (scene.after.state.ended !== undefined) return []
  const fact = 'The story has not ended.'
  const quotes = findLaterTexts(scene.after, scene.known, scene.whole, true).filter((span) => isAhead(scene, span))
  return [
    ...spotSentences(scene, (words) => FORETOLD.test(words) && !/\b(?:not|no|never)\b/.test(words), fact),
    ...titlesIn(scene, fact),
    ...quotes.map(({ start, end }) => ({ start, end, fact })),
  ]
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

/** The story ends in the text alone, or has ended and goes on there. */
export const endingContradicted: Detector = (scene) => {
  const ending = viewEnding(scene.after)
  const quotes = findLaterTexts(scene.after, scene.known, scene.whole, true).filter((span) => !isAhead(scene, span))
  if (ending === null) {
    const fact = 'The story has not ended.'
    return [
      ...spotSentences(scene, (words) => OVER.test(words) && !NOT_OVER.test(words.replace('this is where', '')), fact),
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

const OVER =
  /^(?:this is )?the end$|^fin$|^ende$|\bhere ends the (?:tale|story|adventure)\b|\bwhere your (?:story|adventure|journey) ends\b|\byour story is told\b|\bthe end of your (?:journey|story|adventure)\b|\bever hears? of you\b|\bthey never find you\b|\baqui termina (?:tu|la) historia\b|\b(?:hier|so) endet (?:deine|die) (?:geschichte|nacht|reise)\b|\bthe (?:case|mystery) is (?:now )?solved\b|\b(?:case|story) (?:is )?closed forever\b|^game over\b|\b(?:the|your|this|our) (?:story|adventure|tale|game|journey|quest) (?:is (?:now )?(?:over|finished|complete|at an end)|ends(?: here)?|has (?:now )?(?:ended|come to an end)|comes to an end|concludes)\b|\byou (?:have )?(?:won|win|lost|lose|beaten|completed|finished) the (?:game|story|adventure)\b|\bcongratulations you (?:have )?(?:win|won)$/
const NOT_OVER = /\b(?:not|never(?! find you)|isn't|until|if|before|when|how|where|once|unless|fin [a-z])\b/
const FORETOLD =
  /\b(?:the|your|this) (?:story|adventure|game|tale) (?:will|would|can|could|may|might) (?:only |then |still )?(?:end|be over|finish)\b|\byou would have won\b|\byou (?:will|could) (?:have )?(?:won|win|lost|lose) the (?:game|story|adventure)\b|\b(?:good|bad|best|worst|true|secret|other|neutral) (?:endings?|way for this to end)\b|\byou will have won\b|\bthe end of the story\b|\bthe story ends\b.*\b(?:if|when|once)\b|\b(?:if|when|once)\b.*\bthe (?:story|game|adventure) ends\b/
const GOES_ON =
  /\b(?:what|which|where|who) (?:\w+ )?(?:do|will|would) you (?:do|want|like|take|go|ask|choose|look|try|buy|say|find|make|bring|need)\b|\b(?:wohin gehst|was (?:tust|machst|willst)) du\b|\b(?:que haces|a ?donde vas|que quieres hacer)\b|\b(?:the (?:night|day) (?:is not|isn't) over|only the beginning)\b|\b(?:the|your) (?:story|adventure|tale) (?:goes on|continues|has just begun|is not over|is far from over|has only begun|has only just begun)\b|\bto be continued\b|\bthis is not the end\b|\bwhat now$/
const WON =
  /\byou (?:have )?(?:won|win|triumphed|triumph|succeeded)\b(?! (?:a|the) )|\bcongratulations\b|\bhappy end(?:ing)?\b|\bvictory is yours\b/
const LOST =
  /\byou (?:have )?(?:lost|failed|lose|fail)$|\bgame over\b|\ball is lost\b|\byou have lost (?:everything|the game)\b/

/** The player dies. */
function deaths(scene: Scene, fact: string): readonly Spotted[] {
  const spans = scene.claims
    .filter(({ verb, isDenied }) => verb === 'die' && !isDenied)
    .map(({ sentence }) => spanOf(sentence.tokens, fact))
  return [...spans, ...spotSentences(scene, (words) => DEAD.test(words) && !NOT_DEAD.test(words), fact)]
}

const DEAD =
  /^(?:and )?you are (?:now )?(?:dead|killed|slain)\b|\byou have died\b|\byour life (?:ends|is over)\b|\byou draw your last breath\b/
const NOT_DEAD =
  /\b(?:if|not|tired|almost|nearly|as good as|half|unless|dead (?:tired|certain|sure|set|on|still|calm|right|quiet|silent|weary|center))\b/

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
