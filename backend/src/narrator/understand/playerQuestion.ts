import type { PlayerQuestion } from './intent.ts'

/** The general question that the whole message is, in any usual wording; null if it is none. */
export function findPlayerQuestion(words: readonly string[]): PlayerQuestion | null {
  const sentence = words.join(' ').replace(OPENER, '')
  return QUESTIONS.find(([, patterns]) => patterns.some((pattern) => pattern.test(sentence)))?.[0] ?? null
}

const OPENER =
  /^(?:(?:please|ok|okay|so|and|then|now|well|but|wait|hey|um|hm|hmm|can you|could you|would you|i want to know|i would like to know|i wonder|tell me|remind me)(?: please)? )+(?=\S)/
const BAGS =
  '(?:inventory|belongings|possessions|stuff|things|items|gear|bag|bags|backpack|pack|satchel|pockets?|hands?|purse)'

/** In order: the first that fits counts. */
const QUESTIONS: readonly (readonly [PlayerQuestion, readonly RegExp[]])[] = [
  [
    'undo',
    [
      /^(?:undo|take (?:it|that) back|go back (?:a|one) (?:turn|move|step)|revert|rewind|take back)(?: (?:it|that|my|the|last|turn|move|action|step|please|what i (?:just )?did))*$/,
      /\b(?:how|can) (?:do |can |may |to )?(?:i )?undo\b/,
      /\b(?:undo|take back) (?:my|the|a|that|this|last)(?: last)? (?:turn|move|action|mistake|choice|step)\b/,
    ],
  ],
  [
    'save',
    [
      /^(?:save|load|quit|exit the game|save and quit|pause the game)(?: (?:the|my|this) (?:game|story|progress|session))?(?: please)?$/,
      /\b(?:how|can|do|should|must) (?:do |can |may |to )?(?:i )?(?:need to |have to )?(?:save|load)\b/,
      /\bis (?:this|my progress|the game|it|my game) saved\b/,
      /\bsave (?:the|my|this) (?:game|progress)\b/,
    ],
  ],
  [
    'restart',
    [
      /^(?:restart|start over|start again|begin again|new game|reset)(?: (?:the|this|my))?(?: (?:game|story))?(?: please)?$/,
      /\b(?:how|can) (?:do |can |may |to )?(?:i )?(?:restart|start over|start again|begin again|start (?:the|this|my) (?:story|game) over)\b/,
      /\bfrom the (?:very )?(?:beginning|start)$/,
    ],
  ],
  [
    'help',
    [
      /^(?:(?:i need (?:some )?)?help(?: me)?(?: please)?|hints?|(?:give|get) (?:me )?(?:a|another|some) (?:hint|clue|tip)s?|instructions|commands|tutorial|rules)$/,
      /^help\b.{0,40}$|^what (?:was|am|were) i (?:supposed|meant) to do\b/,
      /^how (?:do i|do you|does (?:this|it|one)|to|can i|am i supposed to) (?:play|work|use|do anything)\b/,
      /^(?:what is this|what is this (?:game|thing)|what is going on|what do i do(?: here| now)?|what am i supposed to do(?: here| now)?|what is the (?:goal|point|aim|objective)|what is my (?:goal|aim|quest|task|mission|objective))$/,
      /^i (?:am|feel) (?:stuck|lost|confused|so lost|totally lost)\b|^i (?:do not|have no) (?:know|understand|idea) ?(?:what|how)?\b.*(?:do|go|play|mean)?$/,
      /\b(?:a|any) (?:hint|hints|clue|tips?)\b/,
      /^what (?:can|should|do|could) i (?:type|say|write|tell you|enter)\b/,
      /^what (?:commands|words|verbs) /,
    ],
  ],
  [
    'options',
    [
      /^(?:what|where) (?:else )?(?:can|could|should|may|might|do|shall|must) (?:i|we) (?:do|go|try|go to|get to)(?: now| next| here| from here)*$/,
      /^(?:what now|what next|options|choices|exits|the exits|ways out|where to|where to now|list exits|show exits)$/,
      /^(?:what|which|where|are there|is there|list|show|any)\b.*\b(?:exits?|options|choices|ways? out|ways? to go|doors?|paths?|directions?)\b(?!.*\b(?:lead|open|locked|key)\b)/,
      /^which ways?\b/,
      /^how (?:do|can|could) (?:i|we) (?:get out|leave|go on|get away|escape|move on)(?: of here| from here| here)?$/,
      /^what is possible(?: here| now)?$/,
      /^where do(?:es)? the .* lead$/,
      /^what (?:is there|else is there|is left) to do\b/,
      /^what (?:are|were) (?:my|the) (?:options|choices|exits)/,
    ],
  ],
  [
    'where',
    [
      /^where (?:exactly |on earth |in the world |the hell )?(?:am i|are we|is this)(?: now| exactly| right now| again)*$/,
      /^(?:what|which) (?:place|room|part) (?:is this|am i in|are we in)|^what is this (?:place|room)|^(?:my )?location$|^in which (?:room|place) am i/,
    ],
  ],
  [
    'people',
    [
      /^who(?: all| else)?(?: is| are)(?: up| down| in| out)?(?: here| there| around| with me| with us| near| nearby| about| in (?:this|the) (?:room|place))(?: with me| now| right now)*$/,
      /^(?:is|are)(?: there)? (?:any|some)(?:one|body)(?: else)?(?: up| down| in| out)?(?: here| there| around| home| with me| in (?:here|this (?:room|place))| nearby)*$/,
      /^(?:look for|list|see) (?:people|someone|anyone|characters)$|^am i (?:all )?alone(?: here)?$/,
      /^who (?:can|could|may) i (?:talk|speak)(?: to| with)?(?: here)?$|^(?:is there|are there)(?: any)? (?:people|someone|anyone)\b.{0,30}$|^anyone (?:here|there|around|home)$/,
    ],
  ],
  [
    'inventory',
    [
      new RegExp(
        `^(?:(?:i )?(?:check|look (?:in|at|through)|show|list|see|view|open|search|empty|go through|what is in|what do i have in)(?: me)? )?(?:my |the )?(?:own )?(?:inventory|belongings|possessions|${BAGS})$`,
      ),
      /^what(?: else| all| stuff| things| items| objects)?(?: do| am| have| did| are)? (?:i|we) (?:still )?(?:have|got|carry|carrying|hold|holding|own|possess)(?: got)?(?: with me| with us| on me| now| right now| left| in .*| so far| at the moment)*$/,
      new RegExp(`^what(?: all| else)?(?: is| are| do i have)(?: there)? (?:in|on) (?:my ${BAGS}|me)$`),
      /^(?:do|have) i (?:have|got|carry|hold) (?:anything|something)\b|^am i (?:carrying|holding) (?:anything|something)/,
    ],
  ],
  [
    'time',
    [
      /^(?:what|which) (?:time|hour|day)\b(?!.*\b(?:boat|train|ship|leave|open|close)\b)/,
      /^what is the (?:time|hour|day|date)\b|^how late is it\b|^(?:look at|check|read) (?:the |my )?(?:time|hour|clock|watch)$|^(?:the )?(?:time|clock)$/,
      /^how (?:much|long|many (?:hours|minutes)) (?:time )?(?:do i have|have i|is|are|until|till|left|before|remains?)\b.*|^how much time\b/,
      /^what does the (?:clock|watch) (?:say|show|read)(?: now)?$/,
      /^is it (?:already |still |yet )?(?:late|early|dark|dawn|morning|noon|midday|afternoon|evening|night|midnight|day)(?: yet| already| now)?$/,
      /^(?:do i have|is there) (?:any |enough |much )?time(?: left)?$/,
    ],
  ],
  [
    'status',
    [
      /^how (?:am i|do i feel|are things(?: with me)?|is my (?:health|condition))(?: doing| now| feeling)*$/,
      /^(?:check |show |what is )?(?:me )?(?:my )?(?:status|stats|condition|health|state|attributes|scores?|sheet|character sheet)(?: now)?$/,
      /^am i (?:hurt|well|wounded|ok|okay|all right|alright|tired|injured|hungry|cold|wet|dry|sick|dying|dead|alive|safe|bleeding)(?: yet| now| still)?$/,
    ],
  ],
  [
    'narrator',
    [
      /^(?:who|what) are you(?: really| exactly)?$|^are you (?:an? |the )?(?:real )?(?:ai|bot|robot|human|person|real|machine|computer|language model|llm|narrator|chatbot|chat gpt|chatgpt)$/,
      /^(?:who|what) (?:is|am i) (?:the narrator|talking to|narrating|this narrator|writing this)$|^is (?:this|it) (?:an )?ai$/,
    ],
  ],
  [
    'self',
    [
      /^who i am(?: again)?$|^(?:who|what) am i(?: again| supposed to be| really| exactly| in this story| anyway)*$|^(?:look at|examine|inspect|describe) (?:me|myself|self)$|^what do i look like$|^what is my (?:name|job|role|background)$|^about me$|^who is (?:the player|my character)$|^who do i play$/,
    ],
  ],
  [
    'look',
    [
      /^(?:(?:have |take )?(?:a )?(?:good )?look(?:s|ing)?(?: around| about| here| again)*(?: (?:the|this) (?:place|room|area))?|look (?:around|round) .{0,20}|describe(?: the| this| my| where i am)?(?: place| room| scene| surroundings| area)?|observe|examine(?: the| this| my)? (?:room|place|area|surroundings)|search(?: around| the (?:room|place|area))?|explore(?: around| the (?:room|place|area))?)$/,
      /^what (?:else )?(?:do|can|could) i (?:see|hear|smell|notice|make out)(?: here| now| around(?: me)?| from here)*$|^what (?:else )?is (?:here|there|around|around me|in (?:this|the) (?:room|place))(?: to see)?$|^what does (?:it|this place|the place|the room) look like(?: here)?$|^i look (?:around|about)(?: me)?$/,
    ],
  ],
  [
    'wait',
    [
      /^(?:(?:just |i )?(?:wait|rest|sleep|stay|pause|do nothing|nothing|sit(?: down)?|listen)(?: here| a (?:bit|while|moment|little)| for a (?:bit|while|moment)| still| put| and see| quietly)*)$/,
    ],
  ],
]
