import { stem } from './stem.ts'

/** The kind of a verb. `action` covers everything done to things; `any` is a verb that fits every kind. */
export type VerbKind = 'travel' | 'look' | 'talk' | 'wait' | 'action' | 'any'

/** The words of one line mean nearly the same. A word may appear in several lines; the first one decides its kind. */
export const VERB_GROUPS: Record<VerbKind, readonly string[]> = {
  travel: [
    'go walk move head run travel proceed wander stroll march hurry rush step tread pass venture',
    'enter go step board',
    'climb scale clamber ascend mount go',
    'descend climb go',
    'leave exit depart escape flee go',
    'return retreat go',
    'follow go',
    'cross traverse go',
    'sneak creep crawl slip go',
    'swim wade dive',
    'sail row paddle',
    'jump leap',
    'visit approach reach find go',
    'ride',
  ],
  look: [
    'look examine inspect study observe watch view check see gaze peer peek stare describe',
    'search find look explore rummage',
    'read study examine',
    'listen hear',
    'smell sniff',
    'touch feel',
  ],
  talk: [
    'talk speak chat converse',
    'ask question talk inquire enquire interrogate',
    'tell say talk inform explain confess warn',
    'greet hail welcome',
    'call shout cry yell',
    'answer reply respond',
    'thank',
    'persuade convince beg plead',
    'apologise apologize',
  ],
  wait: ['wait rest sleep stay linger pause sit'],
  action: [
    'take get grab collect fetch seize pick gather pocket keep steal snatch find',
    'give offer hand pay bring deliver lend return show present',
    'open unlock unbar unseal force pry',
    'close shut lock bar seal',
    'light ignite kindle burn rekindle relight',
    'extinguish douse snuff quench',
    'break smash destroy shatter crush tear',
    'attack fight kill strike hit stab punch kick',
    'push press shove move',
    'pull drag draw tug haul',
    'put place lay set insert leave drop',
    'lift raise hoist',
    'lower sink',
    'eat taste bite',
    'drink sip swallow',
    'tie fasten bind knot moor',
    'untie loosen unfasten unbind undo',
    'cut slice saw sever chop',
    'dig shovel',
    'repair fix mend restore',
    'ring toll sound chime',
    'sing hum',
    'play perform',
    'throw toss hurl cast fling',
    'wear don',
    'write sign draw',
    'buy purchase',
    'sell',
    'help aid assist save rescue',
    'free release rescue',
    'hide conceal',
    'wake rouse',
    'accept agree consent',
    'refuse decline reject',
    'promise swear vow',
    'turn rotate twist spin wind crank',
    'pour empty spill',
    'fill flood',
    'drain empty',
    'stamp postmark',
    'boil heat cook brew',
    'knock rap bang',
    'forgive pardon',
    'betray denounce',
    'hold grip',
    'let',
    'pray kneel',
    'steer',
    'trade barter exchange swap buy sell',
    'choose pick decide',
    'wash clean wipe',
    'warm heat',
    'catch',
    'count',
    'build make',
    'mark',
    'hang',
    'trust believe',
  ],
  any: ['use try operate do apply'],
}

/** The kinds of verb that a word can be, likeliest first; empty if it is not a known verb. */
export function verbKinds(wordStem: string): readonly VerbKind[] {
  return kindsByStem().get(wordStem) ?? []
}

export function isVerb(wordStem: string): boolean {
  return kindsByStem().has(wordStem)
}

let kinds: Map<string, VerbKind[]> | undefined

function kindsByStem(): Map<string, VerbKind[]> {
  if (kinds) return kinds
  kinds = new Map()
  for (const kind of VERB_KINDS) {
    for (const word of VERB_GROUPS[kind].flatMap((group) => group.split(' '))) {
      const known = kinds.get(stem(word)) ?? []
      if (!known.includes(kind)) kinds.set(stem(word), [...known, kind])
    }
  }
  return kinds
}

const VERB_KINDS: readonly VerbKind[] = ['travel', 'look', 'talk', 'wait', 'action', 'any']
