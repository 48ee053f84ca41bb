/** Words that open a dream, a plan or a memory, which lasts to the end of the paragraph or of the dream. */
export const IMAGINING =
  /\b(?:in (?:the|your|a|my) (?:dream|dreams|mind|memory|imagination|nightmare|vision)|you (?:dream|imagine|picture|daydream|remember|recall|pretend|fantasize)|i (?:dream|imagine|picture|remember|recall|pretend))\b/
export const WAKING = /\b(?:you|i) (?:wake|awake|open your eyes|come to|blink|shake)\b/

const split = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Before a subject, these say that its sentence claims nothing of now. */
export const UNREAL: ReadonlySet<string> = new Set([
  ...split(
    'if unless whether suppose supposing imagine imagines imagining dream dreams dreaming wish wishes hope hopes',
  ),
  ...split('perhaps maybe might could would should may can cannot shall will must ought lest whenever else otherwise'),
  ...split(
    'say says said claim claims think thinks thought believe believes promise promises warn warns suggest suggests',
  ),
  ...split('pretend pretends remember remembers recall recalls expect expects swear swears insists insist picture'),
  ...split(
    "can't couldn't won't wouldn't shouldn't mightn't always usually often sometimes never seldom rarely yesterday ago",
  ),
  ...split('once earlier tomorrow later someday soon when before like as-if almost nearly hardly barely scarcely'),
  ...split('wonder wonders fear fears guess rumor rumour supposedly seems seem appears feels instead until every'),
  'tell',
  'tells',
  'told',
])

/** Between a subject and its verb, these leave the claim as it is. */
export const ADVERBS: ReadonlySet<string> = split(
  'then now just already finally still also even again simply both soon at once suddenly slowly quickly carefully ' +
    'quietly gently only first next last all too here there together merely promptly duly thus therefore somehow ' +
    'safely eagerly gingerly silently softly instantly immediately eventually swiftly cautiously deftly neatly',
)

/** After a subject, these deny what follows. */
export const NEGATIONS: ReadonlySet<string> = new Set([
  ...split("not never don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't cannot can't won't no"),
  ...split('neither nor without nothing none'),
  'nobody',
])

export const PREPOSITIONS: ReadonlySet<string> = split(
  'to for with behind beside besides around at of from before above below beneath near past over on in by toward ' +
    'towards between against under about like than upon without into onto through after across along among inside ' +
    'outside off out up down beyond within opposite save but except',
)

export const DETERMINERS: ReadonlySet<string> = split(
  "the a an your my his her its their our this that these those some any no another every each one's whose",
)

export const CONJUNCTIONS: ReadonlySet<string> = split('and then or but so as while because where that which who until')
