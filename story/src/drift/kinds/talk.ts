import type { Spotted } from '../driftFinding.ts'
import { isEnglish } from '../language/isEnglish.ts'
import type { Sentence } from '../sentences/prose.ts'
import type { Scene } from '../world/scene.ts'
import { spanOf, spotAll, type Detector } from './detector.ts'

/** The narrator speaks about itself, the game or its task. */
export const metaTalk: Detector = (scene) => {
  const fact = 'The narrator speaks about its task, not about the story.'
  const { text } = scene.prose
  return [
    ...spotAll(text, META, fact),
    ...spotAll(text, META_LINE, fact),
    ...spotAll(text, META_TIP, fact),
    ...spotAll(text, META_GAME, fact),
    ...spotUnquoted(scene, META_WORDS, fact),
    ...shortSelfTalk(scene, fact),
  ]
}

const META =
  /\bas an? (?:AI|artificial intelligence|language model|assistant|LLM|narrator)\b|\b(?:AI|large) language model\b|\bI(?:'|’)?(?: a)?m (?:just |only )?an? (?:AI|language model|assistant|narrator)\b|\bI(?:'|’)m sorry, but (?:I|as)\b|\bI (?:cannot|can(?:'|’)t|can not|am (?:not able|unable) to|am not allowed to|won(?:'|’)t) (?:continue|assist|help with|fulfill|comply|generate|provide|write|create|reveal|discuss|narrate|answer that)\b|\bI apologi[sz]e (?:for|,|but)\b|\b(?:out of character|OOC)\b|\bspoiler(?:s| alert| warning)?\b|[([](?:hint|tip|ooc|note|spoiler):|\bat this (?:stage|point) (?:of|in) the (?:story|game)\b|\bI hope you enjoy(?:ed)?\b|\b[Ff]eel free to\b|\b[Tt]hank(?:s| you) for playing\b|\bWelcome to [^.!?\n]{1,60},? (?:an?|the|your) (?:interactive|text|new) \w+|\bI will be your narrator\b|\b[Yy]ou can type\b|\bstart a new (?:story|game)\b|\b(?:the|this) scenario (?:doesn|does|says)|\b[Kk]eep exploring\b|\b[Gg]reat roll\b|\brewrite (?:this|the) scene\b|\bthe rules of this (?:game|gamebook)\b|\bI (?:will|(?:'|’)ll) (?:now )?(?:narrate|continue the (?:story|narration)|describe the)\b|\b(?:would you like|do you want) (?:me )?to (?:continue|go on with the story|proceed with the story)\b|\blet me know (?:if|what|how) (?:you|I)\b|\bthe (?:prompt|instructions|system message|rules of the game) (?:say|says|state|tell|tells|forbid|forbids)\b|\bin this (?:game|gamebook|scenario|interactive story|text adventure|interactive fiction)\b|\b[Aa]s (?:your|the) (?:narrator|game master|storyteller|AI)\b|\bmy (?:instructions|guidelines|training data|programming)\b|\byou(?:, the player,| as the player)\b|\bthe player character\b|\bplease (?:choose|select|pick|enter|type) (?:one|an option|your|a number|a command)\b|\btype ["“]\w{1,20}["”]/gi
/** `(Note: …)`, `Options:`, `Narrator:` at the beginning of a line. */
const META_LINE =
  /^[ \t]{0,8}[[(*_#> ]{0,4}(?:note|OOC|tip|hint|author(?:'|’)s note|narrator(?:'|’)s note|options|your options|choices|available (?:actions|options)|what would you like to do|possible actions|game master|GM|word count|end of (?:turn|scene|response)|response|answer|here (?:is|(?:'|’)s) (?:the|my|your) (?:next|narration|response|answer|continuation|story|scene))\b[*_]{0,2}:|^[ \t]{0,8}(?:certainly|sure|of course|absolutely|great)[!,.] (?:here|i(?:'|’)ll|let(?:'|’)s|i will|i can)\b|^[ \t]{0,8}here (?:is|(?:'|’)s) (?:the|my|your) (?:next (?:part|scene)|narration|response|continuation)\b|\bOptions: ?(?:\n|1)/gim
/** What games say to their players, in the languages that models like to say it in. */
const META_GAME =
  /\b(?:achievement unlocked|better luck next time|rate this story|undo a turn|in this app|dear player|(?:good|bad|best|worst|true|happy|sad|neutral) ending\b(?! (?:to|for))|only the narrator|the narrator can(?:not|'t)|KI-Sprachmodell|als KI\b|als Erzähler|soll ich dir eine neue|möchtest du, dass ich|du hast das (?:gute|schlechte) Ende|como narrador|modelo de lenguaje|parte del juego|¿quieres que (?:continúe|siga))|\byou, the player\b/gi
const META_TIP = /(?<=[.!?] )(?:Hint|Tip|Spoiler):/g
/** What cannot be known yet, said to the player. */
const META_WORDS =
  /\b(?:you (?:cannot|can't|don't|do not|are not supposed to|should not|shouldn't) (?:know|see) (?:that|this|it) yet|the player (?:does not|doesn't|cannot|can't|should|must|has to|needs to|may|can) \w+|not part of the story|for the purposes of (?:the|this) story|the author (?:wants|intends|has)|this gamebook|the gamebook)\b/

/** Words of the narrator, without what people say. */
function spotUnquoted({ prose }: Scene, pattern: RegExp, fact: string): readonly Spotted[] {
  return prose.sentences.flatMap((sentence) => (pattern.test(wordsIn(sentence)) ? [spanOf(sentence.tokens, fact)] : []))
}

const wordsIn = ({ tokens }: Sentence): string =>
  tokens
    .filter(({ isWord }) => isWord)
    .map(({ text }) => text)
    .join(' ')

const SHORT = 5

/** An answer of a few words in which the narrator is the one who acts. */
function shortSelfTalk({ prose, voice }: Scene, fact: string): readonly Spotted[] {
  const [only, ...others] = prose.sentences
  if (only === undefined || others.length > 0 || voice.person === 'first') return []
  const words = only.tokens.filter(({ isWord }) => isWord)
  return words.length <= SHORT && words[0]?.text === 'i' ? [spanOf(only.tokens, fact)] : []
}

/** The narrator writes what the player says or does, as the player. */
export const roleSwapped: Detector = (scene) => {
  const fact = 'The narrator writes in the place of the player.'
  return [...spotAll(scene.prose.text, PLAYER_LINE, fact), ...spotFirstPerson(scene, fact)]
}

const PLAYER_LINE =
  /^[ \t]{0,8}[*_#[<]{0,3}(?:player|user|human|me|spieler|jugador|joueur|the player(?: says)?|player's turn|you \(player\))[*_\]>]{0,3}:|^[ \t]{0,4}> ?(?:I|I'm|I'll|I’m|I’ll) [a-z]|<\|(?:im_start|start_header_id)\|>(?:user|human)|<start_of_turn>user|^\[INST\]/gim

/** First person as players write it: of now, and with what they want. */
function spotFirstPerson({ prose, voice, input: { settings } }: Scene, fact: string): readonly Spotted[] {
  if (voice.person !== 'second' || settings?.person === 'first' || !isEnglish(prose)) return []
  const starts = prose.sentences.map(({ tokens }) => tokens.filter(({ isWord }) => isWord).map(({ text }) => text))
  const own = prose.sentences.filter(
    (_, index) =>
      starts[index]?.[0] === 'i' && !PAST_START.test(starts[index].join(' ')) && !APOLOGY.test(starts[index].join(' ')),
  )
  const isNarrated = starts.some(([first = '', second = '']) => first === 'you' && second !== 'know')
  const words = starts.reduce((sum, { length }) => sum + length, 0)
  const [first] = own
  const last = own.at(-1)
  if (isNarrated || words <= SHORT || first === undefined || last === undefined) return []
  if (own.length < 2 && starts.length > 1 && !prose.sentences.some(({ isQuestion }) => isQuestion)) return []
  return [{ start: first.start, end: last.end, fact }]
}

const APOLOGY =
  /^i(?: am|'m) (?:sorry|an ai|unable|not able)\b|^i (?:cannot|can't|can not|remember|apologi[sz]e)\b|^i have(?:n't)? |^i am not sure\b|^i am not saying\b/
const PAST_START =
  /^i (?:\w+ly )?(?:was|had|\w{2,12}ed|went|took|left|got|came|read|thought|put|knew|found|gave|said|sat|stood|kept|held|ran|saw|met|could|did|hadn't|didn't)\b/
