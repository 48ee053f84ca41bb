import { compilePhrases, listEntries, listVerbs, type Vocabulary } from '../sentences/phrases.ts'

/** `X` is what the call of the turn is about. Each phrase is for the words of a clause or sentence without its marks. */
const WORDS: Vocabulary = {
  /** What is in somebody's way. */
  barrier: listEntries(
    'door, doors, gate, gates, lock, lid, hatch, catch, bolt, bolts, chest, box, window, latch, drawer, bar, barrier, ' +
      'portcullis, drawbridge, rope, chain, curtain, shutter, padlock, panel, trapdoor, cover, seal, safe, X',
  ),
  /** After these, a noun is not what the sentence is about. */
  beside: listEntries(
    'over, under, behind, beside, by, near, above, on, to, at, from, through, in, inside, against, with',
  ),
  /** What is in the way of someone who goes on. */
  gate: listEntries(
    'door, doors, gate, gates, hatch, bar, barrier, bolt, lock, portcullis, drawbridge, rope, chain, curtain, X',
  ),
  /** What a thing does that gives in. */
  yielding: [
    ...listVerbs(
      'yield, unlock, obey, surrender, part, give way, give in, let go, turn green, go green, draw back, shoot back',
    ),
    ...listVerbs(
      'roll out, roll aside, roll open, come free, come loose, come off, come away, come up, come apart, come open',
    ),
    ...listVerbs('float up, swing up, step aside, stand aside, move aside, draw aside, make room'),
    ...[
      'click',
      'spring',
      'swing',
      'slide',
      'fly',
      'burst',
      'creak',
      'fall',
      'pop',
      'groan',
      'glide',
      'roll',
      'snap',
      'stand',
    ].flatMap((verb) => listVerbs(`${verb} open`)),
    ...['swing', 'slide', 'roll', 'fold', 'go', 'lift'].flatMap((verb) => listVerbs(`${verb} aside`)),
    'pops',
    'is open',
    'is unlocked',
    'is open now',
    'is undone',
  ],
  whose: listEntries('his, her, its, their'),
  them: listEntries('him, her, it, them'),
  they: listEntries('he, she, it, they'),
  door: listEntries('X, door, gate, arch, curtain, hatch, trapdoor, lid, shutter, portal, hedge, wall, drawer'),
  not: listEntries(
    "won't, will not, does not, doesn't, do not, don't, cannot, can't, can not, refuse to, refuses to, would not, wouldn't",
  ),
  moving: listEntries(
    'come, budge, move, burn, open, bend, turn, light, catch, give, rise, stir, fit, start, shift, yield, work, go in, ' +
      'go out, let go, agree, stay on, come off, come out',
  ),
  stuck: listEntries(
    'stuck, frozen, glued, nailed, bolted, jammed, rusted, locked, chained, fixed, welded, wedged, soldered, screwed, ' +
      'knotted, sealed, fused, rooted, barred, out of order, too hot, too high, too heavy, too stiff, too tight, too far, too wide, too deep',
  ),
  staying: listEntries(
    'on, in, inside, where, there, shut, locked, closed, down, empty, dark, cold, put, behind, under, at, stuck, fast, ' +
      'just as, exactly, between, amber, red, as it was, as they were, sealed, around',
  ),
  trying: listEntries(
    'get, pick, put, reach, move, lift, open, manage, bring, loosen, free, pull, catch, succeed, budge, turn',
  ),
  stepping: listEntries(
    'slip, step, squeeze, slide, walk, push, climb, jump, dive, duck, run, stride, crawl, land, go, get, sneak, dash, ' +
      'stroll, pass, part, cross',
  ),
  within: listEntries('through, inside, in, out, past, over, across, into, among'),
  waving: listEntries('lets, waves, nods, ushers, bows, beckons, motions, shows, buzzes'),
  shutting: listEntries(
    'closes, shuts, swings shut, falls shut, slams, clatters shut, clicks shut, slams shut, snaps shut',
  ),
}

/** One pattern for phrases about the outcome of what was tried. */
export const compileOutcome = (...phrases: readonly string[]): RegExp => compilePhrases(phrases, WORDS)
