import { compileOutcome } from './compileOutcome.ts'

/** A check is told as failed. */
export const HOLDS = compileOutcome(
  '(lock|door|lid|hatch|shutter|latch|bolt|catch|X) holds',
  'stays (shut|closed|locked|where it is|as it was)',
  'you slip !(past|through|by|in|out|into|away|off)',
  'you trip',
  'seen by',
  '!<(no one) sees you',
  '(catches|spots) you',
  'for nothing',
  'no use',
  'you almost',
  'shakes (his|her) head',
  'keeps what it has',
  'keeps (its|his|her) (secret|secrets)',
  'does not (budge|move)',
  'squeaks',
  'out of reach',
  "won't budge",
)

/** The thing of the turn stays as it is. */
export const DENIED = compileOutcome(
  'nothing happens',
  'the same as before',
  'as (torn|dark|shut|closed|broken|empty|locked) as (it was|ever|before)',
  'no (farther|further|nearer) than before',
  'no getting into',
  'too (small|heavy|tight|stiff) (and|for you|to)',
  'give it up',
  'none of (your|my) business',
  'has stopped listening',
  "(does not|doesn't) want (a|your)",
  'is locked from [inside]',
  'stay where you are',
  "(won't|will not) say a word",
  'hang it back',
  'put it back where',
  'still carrying it',
  'keep your money',
  'there is no * tonight',
)

/** The player fails. */
export const FAILS = compileOutcome(
  'you (fail|have failed)',
  "(it|that|this) (does not|doesn't) work",
  'to no avail',
  'in vain',
  'without success',
  'nothing happens',
  'no luck',
  'you give up',
  'you give it up',
  "(it is|it's) no use",
  'refuses to (open|budge|move|give|turn)',
  "(does not|doesn't|will not|won't) (budge|give|yield|move an inch)",
  '(your|the) (attempt|effort) fails',
  "you (do not|don't) succeed",
  "(you cannot|you can't|you can not) (do it|manage)",
)

/** The thing of the turn does not move, open or give in. */
export const INERT = compileOutcome(
  '!<({beside} the) (X|it|they|nothing|{barrier}) [still|just|simply] {not} [even|quite|so much as] {moving}',
  '!<({beside} the) (X|{barrier}) *2 {not} [even|quite|so much as] {moving}',
  '< (X|{barrier}) *2 {not} [even|quite|so much as] {moving}',
  '(X|it|they|{barrier}) [still|just|simply] (is|are|hangs|hang|has|have|has been|have been) [still|just|simply|far] {stuck}',
  'X (has|have|had) (sealed|jammed|locked|stuck|knotted|fused|frozen) (itself|themselves|shut|fast|to)',
  '(X|it) (turns|blinks|flashes|goes|glows|stays) red',
  'X *2 (is|are) (stronger|heavier|faster|harder) than you',
  'X (slides|slips|glances) off',
  '(X|it|they|{barrier}) *2 {not} so much as *',
  '(X|{barrier}) (is|are) [still] (closed|shut|locked|barred) [as|when|and|just|in]',
  '(X|it) (goes|keeps) on (blinking|beeping|humming|ringing|turning|dripping|counting)',
)

/** The thing of the turn stays where it is, or as it is. */
export const STAYS = compileOutcome(
  'X [still|just|simply] (stay|stays|remain|remains) *1 {staying}',
  '(it|they) [still|just|simply] (stay|stays|remain|remains) !(down) {staying}',
  '{barrier} [still|just|simply] (stay|stays|remain|remains) {staying}',
)
/** The player keeps what was to be put down. */
export const KEPT = compileOutcome(
  '(X|it|they) [still|just|simply] (stay|stays|remain|remains) *3 (in|on|under|between|around|round|over|with) (your|you)',
  'you *3 keep (X|it|them|hold of|your)',
  'you [still] (hold|have) (on to|onto|it still|them still)',
)

/** The player is not able to do it. What was there and is gone is another kind of drift. */
export const CANNOT_DO = compileOutcome(
  "you [just|still|simply] (don't|can't|do not|cannot|can not|won't|couldn't) [even|quite] {trying} !(up from|to from|off from|down from|away from)",
)
export const CANNOT = compileOutcome(
  'you [have|still] (found|find|got|get|catch|gain|hear) nothing',
  'you have not found (it|out|the)',
  "you (can't|cannot|can not) (make out a word|make out one word|sleep|read it)",
  "(there is|there's) no X (here|there|up there|in there|on it|in it|down there)",
  'not (a|one) (breath|sound|drop|word|spark|whisper|thing|soul|inch|scrap) *2 (comes|come|moves|stirs|answers|leaves)',
  'empty-handed',
  'with empty hands',
  'hear nothing else',
  "there's no (picking|moving|opening|lifting|budging|shifting|getting)",
  'there is nothing to hold',
  'there is no (picking|moving|opening|lifting|budging|shifting|getting)',
  'you are caught',
  'you are not a (cent|coin|penny) richer',
  'your (hand|fingers|arm) (go|goes) [straight|right] through {them}',
  'your (hand|fingers) (close|closes) on nothing',
  'you (mean|intend|set out) to *6 but',
  'you (tug|pull|heave|haul|reach) (at|for|on) *3 but',
  'you (think|thought) better of it',
  'you (have to|must) leave (it|them|him|her|X)',
  '(pulls|snatches|whisks|takes) (it|them|X) (out of reach|back)',
  'puts [one|a|his|her|its] * (foot|elbow|paw|boot) on (it|X|the)',
  'has put [one|a|his|her|its] (foot|elbow|paw|boot) on',
  'gar nichts ruhrt sich',
  'nichts ruhrt sich',
  'ruhrt sich nicht',
  'kommst du nicht (heran|hinein|durch|hoch)',
  'bleibt wo (sie|er|es) ist',
  'no se (mueve|abre|enciende|deja)',
  'no (sube|prende|cede|funciona)',
)
/** After it, the player could do it before. */
export const NOT_ANY_MORE = compileOutcome('(again|any more|anymore|yet|back|else)')

/** The player does not get there. */
export const KEPT_OUT = compileOutcome(
  "you (don't|can't|do not|cannot|can not|won't|never) (get|make it|go|come) (across|through|in|past|out|inside|there|to|into|any farther|any further|beyond)",
  'you (stay|remain) where you are',
  'you (stay|remain) (on|at|in) (your|this|the same) *',
  'you turn back !(once|to look|for|and look|twice)',
  'you (have to|must) turn (back|around|round)',
  'you sit [back] down again',
  'you (are not|are) going (anywhere|nowhere)',
  'no (farther|further|nearer) than before',
  '{barrier} *2 (stays|remains|is still|has sealed itself|had sealed itself|has shut on|had shut on|has closed on|had closed on|does not move|does not open)',
  '{barrier} *2 {not} [even|quite|so much as] {moving}',
  'X *1 (stays|remains) (shut|closed|locked|outside|amber|red)',
  '(turns|blinks|flashes|goes|glows) red',
  'you are left with',
  '(it|X|{barrier}) *2 {not} so much as *',
)

/** The player leaves the thing where it is. */
export const LEFT = compileOutcome(
  'you [must|have|simply|just|finally|then] (leave|let) (it|them|him|her|X) [to] (where|on|in|at|lie|lying|be|behind|there|hanging|standing)',
  'you *3 (leave|let) (it|them|him|her) [lying|hanging|sitting|standing] (where|on|in|at|lie|lying|be|behind|there|hanging|standing)',
  'you *1 (leave|let) the *2 (where|on|in|at|lie|lying|be|behind|there|hanging|standing)',
  'lo dejas',
)

/** Someone says no. */
export const REFUSED = compileOutcome(
  '(say|says) no !(one)',
  '(shake|shakes) (his|her|their|its) (head|heads) and (walk|walks|turn|turns|look|looks|close|closes|shut|shuts)',
  '(shake|shakes) (his|her|their|its) (head|heads) >',
  '(he|she) {not} (bend|budge|yield|relent|give in|let you|want)',
  '(turn|turns) you down',
  '(laugh|laughs) (at you|you out|in your face)',
  '(push|pushes|slap|slaps|brush|brushes) your (hand|hands|arm) (away|aside|back)',
  '(wave|waves) you (away|off)',
  '(turn|turns) (his|her|their) back on you',
  '(would|will) be a no',
  'you will have to find (someone|something) else',
  'lacht dich aus',
)
