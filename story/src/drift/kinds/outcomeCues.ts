import type { Sentence } from '../sentences/prose.ts'
import { meaningOf, type FunctionMeaning } from '../world/functionClaims.ts'
import type { Scene } from '../world/scene.ts'
import { lastCalls } from '../world/turnEvents.ts'

/** The sentence with the last cue that something was done, unless a later one says that it was not. */
export function lastCue({ prose }: Scene, done: RegExp, stopped: RegExp, undone = stopped): Sentence | null {
  const isTold = ({ isQuestion, isImagined }: Sentence): boolean => !isQuestion && !isImagined
  const clauses = prose.sentences.filter(isTold).flatMap((sentence) =>
    plainText(sentence)
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

export const plainText = ({ tokens }: Sentence): string =>
  tokens
    .filter(({ isWord }) => isWord)
    .map(({ text }) => text)
    .join(' ')

export const SUCCEEDS =
  /\b(?:(?:is|stands|comes|springs|swings|flies) open|lets go|does the trick|have done it|did it|you are past|nothing to it|smooth as|no longer guards|wear (?:him|her|them) down|had enough|crumbles|takes (?:his|her) \w+ (?:off|from)|open to you|yours to|opens (?:up|for you|before you)|nothing stops you|you make it|you (?:have )?(?:succeed|succeeded|managed|manage to|manage it|did it|made it)|it works|it worked|(?:lock|door|lid|gate|hatch|catch|bolt|chest|box|window|latch) (?:clicks open|springs open|swings open|gives way|gives|yields|opens)|success|gives in|relents|lets you have your way|(?:have )?(?:persuaded|convinced) (?:him|her|them)|shakes your hand|lo conseguiste|hast (?:ihn|sie|es) (?:uberredet|geschafft)|gibt er nach|gibt sie nach|with a click it opens|it gives way|it opens)\b/

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

const THROUGH =
  /\byou are (?:already )?(?:in|inside|through|outside|past him|past her)(?: (?:already|now|before|through)\b|$)|\byou are (?:already )?(?:through|outside|past) (?:the|on|him|her)\b|\byou (?:slip|step|squeeze|slide|walk|push|climb|jump|dive|duck|run|stride|crawl|land|go|get|sneak|dash|stroll|pass|part|cross) (?:(?!back\b)\w+ ){0,5}(?:through|inside|in|out|past|over|across|into|among)\b|\b(?:lets|waves|nods|ushers) you (?:in|through|past|by)\b|\bswallows you\b|\b(?:behind|after|above) you(?:r back)? the (?:door|gate|arch|curtain|hatch|trapdoor|lid|shutter|portal)(?: (?:falls|swings|closes|shuts|drops))?(?: shut)?\b|\band (?:step|go|slip|walk|squeeze|climb|crawl|push) (?:in|inside|through)(?: |$)|\b(?:closes|clatters shut|shuts|swings shut|falls shut) (?:behind|after) you\b/
/** In German and Spanish. */
const INSIDE_ELSEWHERE =
  /\bdu (?:schlupfst|steigst|gehst|trittst|kletterst) (?:[a-zß]+ ){0,3}?(?:in|durch|hinein)\b|\bhinter dir (?:zu|ins schloss)\b|\bsich hinter dir\b|\bbist du schon (?:drin|drinnen|durch)\b|\b(?:ya )?estas (?:en|dentro)\b|\bse cierra (?:detras de ti|a tu espalda)\b/
const NOT_ELSEWHERE = /\b(?:nicht|kein|keine|fast|beinahe|no|nunca|casi)\b/
const INSIDE =
  /\b(?:lets|waves|ushers|nods) you (?:in|inside|through)(?: |$)|\b(?:closes|shuts|swings shut|falls shut|slams) (?:behind|after) you\b|\b(?:you|and) (?:step|slip|squeeze|crawl|go|walk|pass) (?:in|inside|through)$/
const UNDONE =
  /\b(?:stops?|stays?|remains?|closed|locked|shakes|refuses?|instead|holds|(?:turns?|sends?|pushes|pulls?|steps?) (?:you )?back|cannot|can't|won't|snatches|keeps)\b/
const HAVING =
  /\byou have (?:it|got|one)\b|\byou(?: have)? (?:got|swipe|pocket|tuck|snatch|grab|take it|lift it|slip it)\b|\b(?:is|are) (?:now )?yours\b|\b(?:in|under|into|over) your (?:\w+ )?(?:hands?|arms?|coat|pocket|bag|belt|apron|fist|fingers)\b|\bslides? the \w+ across\b|\bhands you\b|\bgoes (?:under|into) your\b/
const STOPPED =
  /\b(?:not|never|cannot|can't|don't|doesn't|won't|isn't|aren't|nothing|no|nobody|stop|stops|stay|stays|remain|remains|back|step back|almost|nearly|would|could|if|shut|closed|locked|shakes|refuses?|out of reach|instead|too|keeps|holds)\b/
