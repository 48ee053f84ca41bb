/** Phrases that say that something was not done. Each is for the words of a sentence without its marks. */
const phrases = (...alternatives: readonly string[]): RegExp => new RegExp(`\\b(?:${alternatives.join('|')})\\b`)

const NOT = "(?:won't|will not|does not|doesn't|do not|don't|cannot|can't|refuses? to|would not|wouldn't)"
const MOVING =
  'come|budge|move|burn|open|bend|turn|light|catch|give|rise|stir|fit|start|shift|yield|work|go in|go out|let go'
const STAYING =
  'on|in|inside|where|there|shut|locked|closed|down|empty|dark|cold|put|behind|under|at|stuck|fast|just as|exactly'
const STUCK =
  'stuck|frozen|glued|nailed|bolted|jammed|rusted|locked|chained|fixed|welded|wedged|soldered|screwed|too (?:hot|high|heavy|stiff|tight|far|wide|deep)'

/** Its first group is the thing that does not move or open. */
export const INERT = new RegExp(
  `\\b([a-z-]+) (?:still |just |simply ){0,2}` +
    `(?:${NOT} (?:even |quite )?(?:${MOVING})|(?:stays?|remains?) (?:${STAYING})|` +
    `(?:is|are|hangs?|has|have|has been|have been) (?:still |just |simply |far ){0,2}(?:${STUCK}))\\b`,
  'g',
)

const TRYING = 'get|pick|put|reach|move|lift|open|manage|bring|loosen|free|pull|catch|succeed'

/** The player is not able to do it. What was there and is gone is another kind of drift. */
export const CANNOT = phrases(
  `you (?:just |still |simply )?(?:don't|can't|do not|cannot|won't|couldn't) (?:even |quite )?(?:${TRYING})(?! (?:up|to|off|down|away) from)(?!.* (?:again|any more|anymore|yet|back|else)(?: |$))`,
  'you (?:have |still )?(?:found|find|got|get|catch|gain|hear) nothing',
  'empty-handed',
  'hear nothing else',
  "there's no (?:picking|moving|opening|lifting|budging|shifting|getting)",
  'you are (?:caught|not a (?:cent|coin|penny) richer)',
  'your (?:hand|fingers|arm) goes? (?:straight |right )?through (?:it|them)',
  'your (?:hand|fingers) (?:close|closes) on nothing',
  '(?:nichts|gar nichts) ruhrt sich',
  'ruhrt sich nicht',
  'kommst du nicht (?:heran|hinein|durch|hoch)',
  'bleibt wo sie ist|bleibt wo er ist|bleibt wo es ist',
  'no se (?:mueve|abre|enciende|deja)',
  'no (?:sube|prende|cede|funciona)',
)

/** The player does not get there. */
export const KEPT_OUT = phrases(
  "you (?:don't|can't|do not|cannot|won't|never) (?:get|make it|go|come) (?:across|through|in|past|out|inside|there|to|into|any farther|any further|beyond)",
  'you (?:stay|remain) where you are',
  'you turn back',
)

/** The player leaves the thing where it is. */
export const LEFT = phrases(
  'you (?:\\w+ )?(?:leave|let) (?:it|them|him|her|the [a-z-]+(?: [a-z-]+)?) (?:[a-z]+ )?(?:where|on|in|at|lie|lying|be|behind|there|hanging|standing)',
  'lo dejas',
)

/** Somebody says no. */
export const REFUSED = phrases(
  'says? no',
  'shakes? (?:his|her|their|its) heads?(?: and (?:walks?|turns?|looks?|closes?|shuts?)|$)',
  `(?:he|she) ${NOT} (?:bend|budge|yield|relent|give in|let you|want)`,
  'turns? you down',
  'laughs? (?:at you|you out|in your face)',
  'lacht dich aus',
)

/** The first words of a speech that turns the player down. */
export const TURNED_DOWN =
  /^(?:(?:no|nope|nein|never|absolutely not|certainly not) (?:[,.!;“”"]|$)|(?:not (?:today|tonight|for you|a chance|for sale)|sold out|out of the question|i don't think so|i'm afraid not|over my dead body|forget it|hands off)\b)/
/** What was given or paid is given back. */
export const GIVEN_BACK = /^keep (?:it|them|your|the (?:money|coin|coins))\b/

/** It is done after all. */
export const COMES_AT_LAST =
  /\b(?:(?:and|until) (?:it|they) (?:comes?|gives?|opens?|moves?|turns?)|comes? (?:free|loose|away|off)|(?:groans|swings|flies|springs|creaks|bursts|slides) open|in(?:to)? your (?:hands?|pocket|arms|bag|belt|coat)|nods|relents|gives in|harder)\b/
