import { compilePhrases, listEntries, type Vocabulary } from '../sentences/phrases.ts'

/** Each phrase is for the words of a sentence without its marks. */
const WORDS: Vocabulary = {
  story: listEntries('story, adventure, tale, game, journey, quest'),
  ofGame: listEntries('game, story, adventure'),
  wanting: listEntries('do, want, like, take, go, ask, choose, look, try, buy, say, find, make, bring, need'),
}

const phrases = (...list: readonly string[]): RegExp => compilePhrases(list, WORDS)

/** The story is over. */
export const OVER = phrases(
  '< (the end|this is the end) >',
  '< (fin|ende) >',
  '< game over',
  'here ends the (tale|story|adventure)',
  'where your (story|adventure|journey) ends',
  'the end of your (journey|story|adventure)',
  '(that|this) is the end of (the|this|our) (tale|story)',
  '(ever hear|ever hears) of you',
  'they never find you',
  'aqui termina (tu|la) historia',
  '(hier|so) endet (deine|die) (geschichte|nacht|reise)',
  'the (case|mystery) is [now] solved',
  '(case|story) [is] closed forever',
  '(the|your|this|our) {story} is [now] (over|finished|complete|at an end)',
  '(the|your|this|our) {story} (ends|concludes|comes to an end)',
  '(the|your|this|our) {story} has [now] (ended|come to an end)',
  'you [have] (won|win|lost|lose|beaten|completed|finished) the {ofGame}',
  'congratulations you [have] (win|won) >',
)
/** The same, as storytellers say it. */
export const STORY_IS_DONE = /\byour story is told\b/
/** It would be over, or it is not. */
export const NOT_OVER = phrases("(not|isn't|until|if|before|when|how|where|once|unless)", 'never !(find you)', 'fin *')

/** How the story will end. */
export const FORETOLD = phrases(
  '(the|your|this) (story|adventure|game|tale) (will|would|can|could|may|might) [only|then|still] (end|be over|finish)',
  'you would have won',
  'you will have won',
  'you (will|could) [have] (won|win|lost|lose) the {ofGame}',
  '(good|bad|best|worst|true|secret|other|neutral) (ending|endings|way for this to end)',
  '!<(this is|that is) the end of the story',
  'little (do|does|did) you know',
  '(is|are) how (it|this|everything|the whole thing|the story) (will|would) end',
  'still to come >',
)
/** The story ends; where there is a condition, it does not yet. */
export const ENDS = phrases('the {ofGame} ends')
export const CONDITION = phrases('(if|when|once)')
export const NEGATED = phrases('(not|no|never)')

/** The story goes on. */
export const GOES_ON = phrases(
  '(what|which|where|who) [next|now|else|exactly] (do|will|would) you {wanting}',
  '(what|which|where|who) *1 (do|will|would) you {wanting}',
  '(wohin gehst|was tust|was machst|was willst) du',
  '(que haces|donde vas|adonde vas|que quieres hacer)',
  "the (night|day) (is not|isn't) over",
  'only the beginning',
  '(the|your) (story|adventure|tale) (goes on|continues|has just begun|is not over|is far from over)',
  '(the|your) (story|adventure|tale) (has only begun|has only just begun)',
  'to be continued',
  'this is not the end',
  'what now >',
)

export const WON = phrases(
  'you [have] (won|win|triumphed|triumph|succeeded) !(a|the)',
  'congratulations',
  'happy (end|ending)',
  'victory is yours',
)
export const LOST = phrases(
  'you [have] (lost|failed|lose|fail) >',
  'game over',
  'all is lost',
  'you have lost (everything|the game)',
)

export const DEAD = phrases(
  '< [and] you are [now] (dead|killed|slain)',
  'you have died',
  'your life (ends|is over)',
  'you draw your last breath',
)
export const NOT_DEAD = phrases(
  '(if|not|tired|almost|nearly|as good as|half|unless)',
  'dead (tired|certain|sure|set|on|still|calm|right|quiet|silent|weary|center)',
)
