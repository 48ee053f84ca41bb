import { listEndings } from '../../play/listEndings.ts'
import { viewEnding } from '../../prompt/viewStory.ts'
import type { Spotted } from '../driftFinding.ts'
import type { Sentence } from '../sentences/prose.ts'
import { splitPhrase } from '../world/nameIndex.ts'
import type { Scene } from '../world/scene.ts'
import { spanOf, type Detector } from './detector.ts'

/** The story is over, or how it may end is given away, while it goes on. */
export const endingGivenAway: Detector = (scene) => {
  if (scene.after.state.ended !== undefined) return []
  const fact = 'The story has not ended.'
  return [
    ...spotSentences(scene, (words) => OVER.test(words) && !NOT_OVER.test(words), fact),
    ...spotSentences(scene, (words) => FORETOLD.test(words), fact),
    ...deaths(scene, fact),
    ...titlesIn(scene, fact),
  ]
}

/** The story has ended, and the text says otherwise. */
export const endingContradicted: Detector = (scene) => {
  const ending = viewEnding(scene.after)
  if (ending === null) return []
  const fact = `The story has ended: ${ending.title}.`
  return [
    ...spotSentences(scene, (words) => GOES_ON.test(words), fact, true),
    ...(ending.kind === 'bad' ? spotSentences(scene, (words) => WON.test(words), fact) : []),
    ...(ending.kind === 'good'
      ? [...spotSentences(scene, (words) => LOST.test(words), fact), ...deaths(scene, fact)]
      : []),
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
  /^(?:the|fin) ?(?:end|ende)?$|^(?:this is )?the end$|^game over\b|\b(?:the|your|this|our) (?:story|adventure|tale|game|journey|quest) (?:is (?:now )?(?:over|finished|complete|at an end)|ends(?: here)?|has (?:now )?(?:ended|come to an end)|comes to an end|concludes)\b|\byou (?:have )?(?:won|win|lost|lose|beaten|completed|finished) the (?:game|story|adventure)\b|\b(?:congratulations you|you) (?:have )?(?:win|won)$/
const NOT_OVER = /\b(?:not|never|isn't|until|if|before|when|how|where|once|unless|fin [a-z])\b/
const FORETOLD =
  /\b(?:the|your|this) (?:story|adventure|game|tale) (?:will|would|can|could|may|might) (?:only |then |still )?(?:end|be over|finish)\b|\byou (?:would|will|could) (?:have )?(?:won|win|lost|lose) (?:the (?:game|story|adventure))?$|\b(?:good|bad|best|worst|true|secret|other|neutral) endings?\b|\bhave won$|\bthe story ends\b.*\b(?:if|when|once)\b|\b(?:if|when|once)\b.*\bthe (?:story|game|adventure) ends\b/
const GOES_ON =
  /\bwhat (?:do|will|would) you (?:do|want to do|like to do)\b|\b(?:the|your) (?:story|adventure|tale) (?:goes on|continues|is not over|is far from over|has only begun|has only just begun)\b|\bto be continued\b|\bthis is not the end\b|\bwhat now$/
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
