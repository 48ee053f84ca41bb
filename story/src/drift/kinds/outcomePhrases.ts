import { compileOutcome } from './compileOutcome.ts'

/** Something that was tried has worked. */
export const SUCCEEDS = compileOutcome(
  '(is|stands|comes|springs|swings|flies) open',
  '{barrier} {yielding}',
  '{barrier} (opens|open|goes up) !(his|her|its|their|an|a|one|the|your|both|to)',
  '{barrier} (gives|give) >',
  '{barrier} (gives|give) (with|under|at last)',
  'X [now|all at once|at once|slowly|suddenly|finally] {yielding}',
  '(X|it|they) (lets go|gives way|opens)',
  'lets go',
  'does the trick',
  '(have done|did) it',
  'you are past',
  'nothing to it',
  'smooth as',
  'no longer guards',
  'wear {them} down',
  'had enough',
  'crumbles',
  'takes (his|her) * (off|from)',
  '(open to you|yours to)',
  'opens (up|for you|before you)',
  'nothing stops you',
  'you make it',
  'you [have] (succeed|succeeded|managed|manage to|manage it|did it|made it)',
  'it (works|worked)',
  'success',
  'gives in',
  'relents',
  'lets you (win|have|pass|through|by)',
  '[have] (persuaded|convinced) {them}',
  'shakes your hand',
  'with a click it opens',
  'yours for the taking',
  'lo conseguiste',
  'hast (ihn|sie|es) (uberredet|geschafft)',
  'gibt (er|sie) nach',
)

/** The player gets through. */
export const THROUGH = compileOutcome(
  'you are [already] (in|inside|through|outside|past him|past her) (already|now|before|through)',
  'you are [already] (in|inside|through|outside|past him|past her|past them) >',
  'you are [already] (through|outside|past) (the|on|him|her|them)',
  'you {stepping} !(back) {within}',
  'you {stepping} !(back) * !(back) {within}',
  'you {stepping} !(back) * !(back) * !(back) {within}',
  'you {stepping} !(back) * !(back) * !(back) * !(back) {within}',
  'you {stepping} !(back) * !(back) * !(back) * !(back) * !(back) {within}',
  '{waving} you (in|through|past|by|inside)',
  '(swallows|takes) you [in] >',
  'swallows you',
  '(behind|after|above) (you|your back) the {door} [falls|swings|closes|shuts|drops] [shut]',
  'and (step|go|slip|walk|squeeze|climb|crawl|push) (in|inside|through)',
  '{shutting} (behind|after) you',
  'on the (other|far) side of',
  'you come (through|inside)',
  'you come in >',
)

/** In German and Spanish. */
export const INSIDE_ELSEWHERE = compileOutcome(
  'du (schlupfst|steigst|gehst|trittst|kletterst) *3 (in|durch|hinein)',
  'hinter dir (zu|ins schloss)',
  'sich hinter dir',
  'bist du schon (drin|drinnen|durch)',
  '[ya] estas (en|dentro)',
  'se cierra (detras de ti|a tu espalda)',
)
export const NOT_ELSEWHERE = compileOutcome('(nicht|kein|keine|fast|beinahe|no|nunca|casi)')

/** Someone lets the player in, or something closes behind them. */
export const INSIDE = compileOutcome(
  '(lets|waves|ushers|nods) you (in|inside|through)',
  '(closes|shuts|swings shut|falls shut|slams) (behind|after) you',
  '(you|and) (step|slip|squeeze|crawl|go|walk|pass) (in|inside|through) >',
)

/** Getting through comes to nothing. */
export const UNDONE = compileOutcome(
  '(stop|stops|stay|stays|remain|remains|closed|locked|shakes|refuse|refuses|instead|holds)',
  '(turn|turns|send|sends|pushes|pull|pulls|step|steps) [you] back',
  "(cannot|can't|can not|won't|snatches|keeps)",
)

/** The player has the thing. */
export const HAVING = compileOutcome(
  'you have (it|got|one)',
  'you [have] (got|swipe|pocket|tuck|snatch|grab|take it|lift it|slip it)',
  '(is|are) [now] yours',
  '(in|under|into|over) your [left|right|own|other|free|breast|coat|inside|back|trouser|empty|two|bare] (hand|hands|arm|arms|coat|pocket|bag|belt|apron|fist|fingers|jacket|sleeve|palm)',
  'slide the * across',
  'slides the * across',
  'hands you',
  'goes (under|into) your',
)

/** No cue with one of these says that the player gets through or has something. */
export const STOPPED = compileOutcome(
  "(not|never|cannot|can't|don't|doesn't|won't|isn't|aren't|nothing|no|stop|stops|stay|stays|remain|remains|back)",
  '(almost|nearly|would|could|if|shut|closed|locked|shakes|refuse|refuses|out of reach|instead|too|keeps|holds)',
)

/** What was in the player's way is not any more. */
export const OPENS = compileOutcome(
  '{gate} {yielding}',
  '{gate} (opens|open) !(his|her|its|their|an|a|one|the|your|both|to)',
  '{gate} (goes|swings|slides|lifts|rises|springs|stands|is) (up|open|aside|unlocked)',
  '(raises|lifts|opens|unlocks|unhooks|lowers|uncrosses) (the|his|her|its) {gate}',
  '(steps|stands|moves|shuffles|slides|shifts|leans) (aside|to one side|out of the way|out of your way)',
  '(makes|make|to make) way [for you]',
  '(makes|make|to make) room [for you] >',
  '{waving} you (on|in|through|past|by|up|inside)',
  '(holds|hold) the {door} [open] for you',
  '(road|way|path) (is|lies) (free|open|clear)',
  'not even (locked|shut|closed)',
  '(green|turns green|goes green|flashes green|blinks green) [light] >',
  '< green light',
  '!<(no) se abre',
  'geht auf',
)

/** No cue with one of these says that something has worked. */
export const HINDERED = compileOutcome(
  "(not|never|cannot|can't|don't|doesn't|won't|isn't|almost|nearly|would|could|if|shut|closed|locked|holds|stays|stuck)",
  '(slips|squeaks|fail|fails|refuse|refuses|shakes|keeps|gives up|give up|in vain|nothing happens|no use|sees you|catches you|still)',
)

/** It has not worked after all. */
export const FAILED_AFTER = compileOutcome(
  '(holds|stuck|slips|squeaks|fail|fails|refuse|refuses|shakes|in vain|nothing happens|no use|sees you|catches you)',
  '(stay|stays|is) [still] (shut|closed|locked)',
  "(not enough|gives up|give up|does not|doesn't|won't|can't|cannot)",
)

/** Something was heard. */
export const HEARS = compileOutcome('you [can] (hear|make out|catch) (it|a|an|someone|words|every|the|them)')

export const IT_IS_DONE = compileOutcome('it is [all] done')

/** It is done after all. */
export const COMES_AT_LAST = compileOutcome(
  '(and|until) (it|they) (come|comes|give|gives|open|opens|move|moves|turn|turns)',
  '(come|comes) (free|loose|away|off)',
  '(groans|swings|flies|springs|creaks|bursts|slides|clicks|pops) open',
  '(in|into) your (hand|hands|pocket|arms|bag|belt|coat)',
  '(nods|relents|gives in|harder)',
)
