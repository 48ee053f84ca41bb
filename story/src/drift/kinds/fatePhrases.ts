import { compilePhrases, listEntries, listThirds, listVerbs, type Vocabulary } from '../sentences/phrases.ts'

/** What becomes of a thing, which is `X` in these phrases. */
const WORDS: Vocabulary = {
  /** Ways in which a thing comes to where it is then. */
  landing: listVerbs(
    'be, lie, sit, rest, hang, go, come, drop, fall, slip, slide, land, roll, tumble, swing, settle, end up, find its way, ' +
      'disappear, vanish, drift, float, hop, jump, leap, fly, weigh, wait, swim, tip, nestle, dangle',
  ),
  into: listEntries(
    'in the crook of, in the palm of, into the palm of, in the pocket of, into the pocket of, into the depths of, ' +
      'in, into, inside, up, round, around, across, under, over, through, onto, between, on',
  ),
  body: listEntries(
    'hand, hands, arm, arms, palm, palms, fist, fists, fingers, grip, grasp, lap, neck, shoulder, shoulders, belt, hip, ' +
      'wrist, pocket, pockets, sleeve, sleeves, coat, jacket, apron, skirt, skirts, bag, satchel, pack, backpack, pouch, ' +
      'purse, basket, cloak, boot, sack, knapsack, waistband, shirt, chest, teeth, collar, glove, gloves, vest, ' +
      'possession, keeping, breast, arm, armpit, briefcase, handkerchief, hood, sash, rucksack, bosom',
  ),
  giving: listThirds(
    'hand, give, pass, throw, toss, lend, slip, press, lay, put, set, drop, hang, push, tuck, place, thrust, shove, tie, ' +
      'pin, loop, fasten, slide, fold, stuff, stick, clip, sling, drape, buckle, strap',
  ),
  /** What others do by which a thing is gone without more words. */
  seizing: listThirds(
    'snatch, seize, confiscate, steal, swallow, devour, eat, pocket, whisk, claim, grab, wrench, pluck, pinch, impound, ' +
      'carry off, make off with, run off with, walk off with, fly off with, take away, carry away, snatch away, snatch up, ' +
      'burn, smash, shatter, crush, drown, destroy',
  ),
  /** What others do by which a thing is theirs. */
  taking: listThirds(
    'take, lift, pull, tear, get, carry, knock, keep, sweep, blow, draw, tug, slip, slide, ease, pry, drag, have, hold',
  ),
  from: listEntries(
    'from you, from your, out of your, off your, off you, away from you, from around your, from under your',
  ),
  leaving: listVerbs(
    'slip, slide, fall, drop, roll, skitter, fly, tumble, sail, spin, sink, drift, blow, bounce, float, leap, jump, ' +
      'plunge, plummet, clatter, shoot, spring, swim, skip, wriggle, hop, come off, pour, topple, whirl, flutter',
  ),
  left: listEntries(
    'slipped, slid, fallen, dropped, rolled, skittered, flown, tumbled, sailed, sunk, drifted, blown, bounced, floated, ' +
      'leapt, jumped, run, gone, plunged, shot, sprung, vanished, disappeared',
  ),
  /** What things are made for. */
  slot: listEntries(
    'the lock, the slot, the keyhole, the socket, the hole, the lid, the hook, the cage, the tank, the line',
  ),
  /** Where a thing goes that is gone. */
  away: listEntries(
    'down, into, through, over, overboard, off, away, out, past, to the floor, to the ground, under, behind, from, onto, beyond',
  ),
  ending: listVerbs(
    'shatter, break, crumble, dissolve, melt, vanish, disappear, split, snap, burst, explode, burn up, fall apart, ' +
      'come apart, go to pieces, come to pieces, fall to pieces, give out, hit the floor, hit the ground, hit the water, ' +
      'hit the deck, catch fire, go up in flames, go up in smoke, turn to dust, turn to ash',
  ),
  gone: listEntries(
    'gone, lost, stolen, taken, missing, in pieces, in two pieces, nowhere, destroyed, broken, shattered, ashes, ruined',
  ),
  done: listEntries(
    'torn, pulled, snatched, knocked, ripped, swept, plucked, wrenched, taken, lifted, stripped, blown, carried, sucked, whisked',
  ),
  whose: listEntries('his, her, its, their'),
  /** How a thing is somewhere. */
  lying: listVerbs('lie, sit, hang, stand, rest, lean, float, drift, dangle, swing, wait, roll, perch'),
  place: listEntries(
    'in, on, at, under, beside, there, here, against, from, among, between, behind, before, over, above, near, next to',
  ),
}

const phrases = (list: readonly string[]): RegExp => compilePhrases(list, WORDS)

/** The player has it. */
export const GAINED = phrases([
  'X [and|,] {landing} *7 {into} your *2 {body}',
  'X [already|now|safely] (in|inside|into) your *2 {body}',
  '{giving} [you] X *4 {into} your *2 {body}',
  '{giving} X *2 (to you|around you|round you|over to you)',
  '{into} your *2 {body} (is|are|lies|sits|rests|hangs|lie|hang) *4 X',
  'X *3 (is|are) [now|all] yours >',
  'X (comes|goes) [along] with you',
  '(help yourself to|come away with|make off with|walk off with|come up with|find yourself holding|are holding) *2 X',
  '(put|fold|tuck|slip|slide|stuff|wrap|drop|hang|stick|shove|tie|pin|weigh|sling|clip|hide) X *4 {into} your *2 {body}',
])

/** The player has it no longer. */
export const LOST = phrases([
  'X {leaving} !(up|back) *4 {away} !(your|you|place|its|their|position|{slot})',
  'X [now|suddenly|then|all|both] {ending} !(the|a|an|your|his|her|its|shut|open|closed|back|to|into song|off)',
  'X [must] (has|have|had) {left} *4 {away} !(your|you|place|its|their|position|{slot})',
  'you *1 have (lost|left|dropped|forgotten|mislaid) X !(to|for)',
  '(let|lets) (him|her|them) have X',
  'X (is|are|has|have|has been|have been) [now|all|suddenly|long] {gone}',
  'X (is|are) [already] (off|away) (over|down|through|into|across|out|like)',
  'X is no longer (there|in|on|around|at|under)',
  'X (is|are|gets) {done} *3 {away}',
  'X (goes|go) overboard',
  'X (goes|go) (down|out of|over) the *',
  'X (goes|go) (into|through) the *1 (water|sea|river|fire|flames|drain|well|dark|gutter|stove|window|ice|floor|grate|crack|hole)',
  'X (does not|has not|did not) survive',
  '(there goes|away goes|off goes|down goes|out goes|goes|go|in goes) X !(into your|in your|round|around your|to)',
  '(down|off|away|out) X (goes|sinks|sails|flies)',
  '{seizing} X',
  '{seizing} *1 X (from|out of|off|away|and|,|.|before|whole)',
  '(takes|gets) X !(for|with you|by|in your|to your)',
  '{taking} X *2 {from}',
  '{taking} X *1 (off|away|with it|with him|with her|with them)',
  '(lets go of|let go of|part with|parts with|say goodbye to) X',
  '(let|lets) X (go|fall|drop|slip)',
  '(relieves you of|robs you of|strips you of|rids you of|deprives you of) X',
  '(hangs|puts|locks|drops|stuffs|tucks|throws|tosses|slips|feeds|folds|stows|sets|lays) X *3 (away|into|in|on|from|behind|under|out|over|down|aside|among|beneath|back)',
  '(nothing is left of|what is left of|all that is left of|the end of|so much for|no sign of|no trace of) X',
  'hand X over >',
])

/** It is here, or someone has it or moves it. */
export const ELSEWHERE = phrases([
  'X [still|just|now] {lying} {place}',
  'X (is|are) *1 (lying|sitting|hanging|standing|resting|leaning|floating|drifting|dangling|waiting|propped|stuck|tied|pinned|wedged|nailed|perched) {place}',
  'X (is|are) [right|out|still|also|now] (here|there|in front of you|in front of|before you|at your feet|on the|under the|in the|beside the|against the)',
  '(lies|sits|hangs|stands|rests|leans|floats|drifts|dangles|swings|waits|gleams) *3 X',
  '(has|have) (left|dropped|forgotten|put|hung|laid) X *3 {place}',
  '(there is|there are) X *2 {place}',
  '(picks|takes|snatches|grabs|lifts|pulls|plucks|fishes|draws) [up|out|down] X',
  '(puts|places|lays|sets|hangs|drops|throws|tosses|slips|tucks|stuffs|pockets|hides) X',
  'X {leaving} !(up|back) *4 {away}',
])

/** What was gone is with the player after all, or never left. */
export const REGAINED = phrases([
  '(catch|pick up|snatch up|scoop up|gather up|fish out|grab|find|have|get|take) X !(in mind)',
  '(pick|snatch|fish|scoop|gather|take|put|get) X (up|back|out|on|again)',
  '(gives|hands|passes|returns|throws|tosses) [you] X back',
  '(gives|hands|returns) you [back] X',
  'X [,|is|comes] back (in|into|on|onto|under|around|round) your',
])
