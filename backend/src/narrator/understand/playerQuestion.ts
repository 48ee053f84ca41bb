import type { PlayerQuestion } from './intent.ts'

/** The general question that the whole message is; null if it is none. */
export function findPlayerQuestion(words: readonly string[]): PlayerQuestion | null {
  const sentence = words.join(' ').replace(/^(please|ok|okay|so|and|then|i|now) /, '')
  return QUESTIONS.find(([, pattern]) => pattern.test(sentence))?.[0] ?? null
}

const QUESTIONS: readonly (readonly [PlayerQuestion, RegExp])[] = [
  [
    'help',
    /^(help( me)?|hint|give me a hint|how (do i|does this|to) (play|work)( this)?( game)?|what is this|instructions|commands)$/,
  ],
  [
    'options',
    /^((what|where) (else )?(can|could|should|may|might|do|shall|must) (i|we) (do|go|try)( now| next| here| from here)*|what now|options|choices|exits|what (are|were) (my|the) (options|choices|ways|exits)|which ways? .*|what is possible( here| now)?|where do the .* lead|where to)$/,
  ],
  ['where', /^(where (am i|are we)( now| exactly)?|what (place )?is this( place)?|where is this)$/],
  [
    'people',
    /^(who( else)? (is|are) (here|there|around|with me|near|nearby|about)( now)?|is (anyone|anybody|someone|somebody) (here|there|around)|look for (people|someone|anyone))$/,
  ],
  [
    'inventory',
    /^(inventory|belongings|(check |look (in|at|through) )?(my )?(inventory|pockets?|bag|backpack|belongings|things)|what (else )?(do|am|have) i (have|carry|carrying|got|hold|holding|own)( with me| on me| now| in my (hands?|pockets?|bag))?|what is in my (hands?|pockets?|bag|backpack))$/,
  ],
  [
    'time',
    /^(what (time|hour|day) (is it|of (the )?day is it)( now)?|what is the (time|hour)( now)?|how late is it( now)?|(look at|check|read) (the |my )?(time|hour|clock|watch)|time|clock)$/,
  ],
  [
    'status',
    /^(how (am i|do i feel|are things( with me)?)( doing| now| feeling)*|(check |show )?(my )?(status|stats|condition|health|state|attributes|score|scores|sheet|character sheet)|am i (hurt|well|wounded|ok|okay|all right|alright|tired))$/,
  ],
  [
    'narrator',
    /^(who|what) are you$|^are you (an? )?(ai|bot|robot|human|person|real|machine|computer|language model|llm)$/,
  ],
  ['self', /^(who am i|(look at|examine) (me|myself|self)|describe me|what do i look like)$/],
  [
    'look',
    /^((have |take )?(a )?(good )?look(s|ing)?( around| about| here| again)*( (the|this) (place|room|area))?|look (around|round) .{0,20}|describe( the place| this place| the room)?|observe|examine( the| this)? (room|place|area|surroundings)|what (do|can) i (see|hear|smell)( here| now)?|what is (here|there|around)( to see)?|what does it look like( here)?|search( around| the (room|place|area))?|explore( around| the (room|place|area))?)$/,
  ],
  [
    'wait',
    /^((just |i )?(wait|rest|sleep|stay|pause|do nothing|nothing|sit( down)?|listen)( here| a (bit|while|moment|little)| for a (bit|while|moment)| still| put)*)$/,
  ],
]
