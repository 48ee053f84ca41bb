import { authoredText } from '../../gamebook/authoredText.ts'
import { edgesFrom } from '../../traits/graph/edges.ts'
import { placeGraphs } from '../../play/placeGraphs.ts'
import { renderName } from '../../traits/described/prompt.ts'
import { readNumber } from '../sentences/numbers.ts'
import { afterVerb } from '../sentences/claim.ts'
import { splitPhrase } from '../world/nameIndex.ts'
import type { Scene } from '../world/scene.ts'
import { findStrangeGains } from './strangeGains.ts'
import { spanOf, spotAll, type Detector } from './detector.ts'

/** A number that nothing in the story says. */
export const numberInvented: Detector = ({ prose, known }) =>
  prose.sentences.flatMap(({ tokens }) => {
    const words = tokens.map(({ text }) => text)
    return words.flatMap((_, at) => {
      const number = readNumber(words.slice(at, at + 8))
      const isStart = at === 0 || readNumber(words.slice(at - 1, at)) === null
      if (number === null || !isStart || number.value < 20 || number.value % 1 !== 0) return []
      const said = words.slice(at, at + number.length)
      const noun = words[at + number.length] ?? ''
      if (said.every((word) => known.words.has(word)) || /^(?:o'clock|minutes?|past|to)$/.test(noun)) return []
      return [spanOf(tokens.slice(at, at + number.length + 1), 'The story does not give this number.')]
    })
  })

/** Things that the player gets and that are in no text of the story. */
export const thingInvented: Detector = (scene) => findStrangeGains(scene)

/** A door or a path of which the story knows nothing. */
export const exitInvented: Detector = (scene) => {
  const exits = exitWords(scene)
  return scene.prose.sentences.flatMap((sentence) => {
    if (sentence.isQuestion || sentence.isImagined) return []
    const words = sentence.tokens.filter(({ isWord }) => isWord).map(({ text }) => text)
    const match = EXIT.exec(words.join(' '))
    const target = match?.[1]
    if (target === undefined || splitPhrase(target).some((word) => exits.has(word))) return []
    return [spanOf(sentence.tokens, 'The story has no such exit here.')]
  })
}

const EXIT =
  /\b(?:a|an|another|one) (?:[a-z-]{1,20} ){0,3}(?:door|passage|tunnel|path|stair|staircase|corridor|drain|trapdoor|hatch|gap|road|track|alley|ladder|exit|opening|archway)(?: [a-z-]{1,20}){0,5} leads (?:straight |down |up |back |out |off |away )?(?:to|into|toward|towards) ((?:the |a )?[a-z-]{1,30}(?: [a-z-]{1,30})?)/

/** Of places that can be reached from here, and of all that describes this one. */
function exitWords({ after, known, input }: Scene): ReadonlySet<string> {
  const names = placeGraphs(after.gamebook).flatMap((graph) =>
    edgesFrom(after, graph).flatMap(({ to, label }) => {
      const node = after.gamebook.entities.get(to)
      return [label ?? '', node === undefined ? '' : renderName(after, node)]
    }),
  )
  const offered = input.offered.map(({ args }) => JSON.stringify(args)).join(' ')
  return new Set(
    [...splitPhrase(names.join(' ')), ...splitPhrase(offered.replaceAll('_', ' ')), ...known.words].filter(
      (word) => word.length > 2,
    ),
  )
}

/** A person who speaks or acts, and of whom the story knows nothing. */
export const personInvented: Detector = ({ prose, known }) =>
  prose.sentences.flatMap((sentence) => {
    const words = sentence.tokens.filter(({ isWord }) => isWord).map(({ text }) => text)
    const person = sentence.isQuestion || sentence.isImagined ? undefined : PERSON.exec(words.join(' '))?.[1]
    return person === undefined || known.words.has(person)
      ? []
      : [spanOf(sentence.tokens, 'The story does not have this person here.')]
  })

const PERSON =
  /^(?:and |but |then )?(?:a|an|another|two|three) (?:[a-z-]{1,20} ){0,2}(boy|girl|man|woman|child|guard|soldier|sailor|merchant|old man|stranger|servant|maid|priest|monk|nun|fisherman|beggar|thief|knight|wizard|witch|figure|voice|boys|girls|men|women|guards|soldiers|children)(?: (?:with|in|from|of) (?:[a-z-]{1,20} ){1,5}| )(?:\w{2,20}s)\b/

/** The player does or decides something that was not asked for. */
export const playerDecided: Detector = ({ claims, input: { player } }) =>
  claims.flatMap((claim) => {
    const isDecision = claim.verb === 'decide' || claim.verb === 'choose'
    const [next = ''] = afterVerb(claim).map(({ text }) => text)
    if (claim.isDenied || !isDecision || (player ?? '').toLowerCase().includes(claim.verb.slice(0, 5)) || next === '')
      return []
    return [
      spanOf(claim.sentence.tokens.slice(Math.max(0, claim.at - 1), claim.at + 9), 'The player has not decided this.'),
    ]
  })

/** Dice are part of the rules, not of the story, unless someone plays with them. */
export const diceShown: Detector = ({ prose, after }) => {
  const isGame = /\bdice\b/i.test(authoredText(after.gamebook))
  return spotAll(prose.text, isGame ? DICE_NOTATION : DICE, 'The dice are not part of the story.')
}

const DICE_NOTATION = /\b\d{1,2}d\d{1,3}\b/g
const DICE =
  /\b\d{1,2}d\d{1,3}\b|\b(?:you|I) roll(?:ed)? (?:an? )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\b(?:the|your) (?:dice|roll) (?:show|shows|say|says|come up|comes up|is a|total|totals|succeeds|fails)\b|\b(?:a|the) roll of (?:\d{1,3}|the dice)\b|\bdice roll\b/gi

/** The same call twice in a turn. */
export const callRepeated: Detector = ({ input: { receipts, text } }) => {
  const calls = receipts.flatMap(({ function: name, args, by }) =>
    name === undefined || by === 'trigger' ? [] : [`${name} ${JSON.stringify(args)}`],
  )
  const isRepeated = calls.some((call, index) => call === calls[index - 1])
  return isRepeated ? [{ start: 0, end: text.length, fact: 'The same thing was done twice.' }] : []
}
