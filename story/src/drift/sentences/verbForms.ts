/** A verb that a claim can be made with. */
export interface VerbForm {
  /** `take` */
  readonly verb: string
  readonly form: 'base' | 'third' | 'ing' | 'past' | 'participle'
}

/** Base, past and participle of verbs that are not regular. */
const IRREGULAR =
  'take took taken;get got got;go went gone;come came come;run ran run;leave left left;find found found;' +
  'steal stole stolen;catch caught caught;keep kept kept;hold held held;have had had;lose lost lost;' +
  'throw threw thrown;give gave given;put put put;set set set;lay laid laid;hang hung hung;break broke broken;' +
  'sell sold sold;hide hid hidden;slide slid slid;eat ate eaten;drink drank drunk;creep crept crept;ride rode ridden;' +
  'swim swam swum;stand stood stood;sit sat sat;lie lay lain;make made made;sink sank sunk;burn burned burned;' +
  'fling flung flung;stick stuck stuck;win won won;buy bought bought;tear tore torn;let let let;pay paid paid;' +
  'spend spent spent;choose chose chosen;feel felt felt;know knew known;think thought thought;forgive forgave forgiven;' +
  'speak spoke spoken;begin began begun;open opened opened;enter entered entered;gather gathered gathered;' +
  'recover recovered recovered;discover discovered discovered;wander wandered wandered;offer offered offered;' +
  'surrender surrendered surrendered;deliver delivered delivered;squander squandered squandered;bring brought brought;' +
  'fall fell fallen;see saw seen;read read read;cut cut cut;free freed freed;fit fitted fitted;ring rang rung;' +
  'strike struck struck;shut shut shut;wear wore worn;light lit lit;bend bent bent;drive drove driven;fly flew flown;' +
  'leap leapt leapt;spring sprang sprung;draw drew drawn;swing swung swung;die died died;grow grew grown;blow blew blown;' +
  'spin spun spun;split split split;shoot shot shot;shake shook shaken;sleep slept slept;wind wound wound;bite bit bitten;' +
  'feed fed fed;meet met met;send sent sent;rise rose risen;hear heard heard;sweep swept swept;' +
  'hit hit hit;burst burst burst;thrust thrust thrust;bind bound bound;sing sang sung;cling clung clung;float floated floated;deafen deafened deafened;' +
  'scatter scattered scattered;clatter clattered clattered;shatter shattered shattered;flutter fluttered fluttered;' +
  'open opened opened;happen happened happened;rattle rattled rattled;answer answered answered;whisper whispered whispered;' +
  'skitter skittered skittered;glitter glittered glittered;loosen loosened loosened;tighten tightened tightened;' +
  'hammer hammered hammered;flicker flickered flickered;remember remembered remembered;remain remained remained'

/** Verbs of which the last consonant is doubled. */
const DOUBLING: ReadonlySet<string> = new Set(
  'step grab drop slip pop nab snag swap stop slam trip strap trap skip drag bag plop tip unzip unwrap rip jam hop hug nod strip rob knot shrug pin'.split(
    ' ',
  ),
)

const REGULAR =
  'walk step climb return descend ascend cross slip squeeze crawl stride hurry exit emerge push arrive reach duck march ' +
  'stroll sneak dash rush race stumble stagger tiptoe jump move proceed retreat pass follow grab pick pocket lift snatch ' +
  'seize collect receive acquire unhook tuck stow stuff accept drop toss hand place smash discard abandon trade trip carry ' +
  'own clutch grip possess gain obtain retrieve scoop fish pull pluck remove claim wedge pack swap shove press lower ' +
  'rest lean deposit release crush swallow bury exchange donate toss chuck hurl pass close unlock use try turn ' +
  'fill drain flood start succeed fail manage decide refuse wake die escape defeat kill finish complete convince persuade ' +
  'bribe cook serve shelve stamp read solve repair fold sling borrow swipe lend head spot notice fix search examine ask talk order board ' +
  'sail roll tumble bounce drift vanish disappear crumble dissolve melt snap explode plunge plummet splash hop whisk ' +
  'devour pin knot tie loop fasten weigh wrap peel hoist shoulder cradle clasp hug yield budge stir creak hiss ' +
  'squeak hum click chirp beep buzz blink glow refuse resist stay relent jam wait dangle nod shrug laugh snort ' +
  'bow wave usher guide beckon part grant agree allow permit rip jerk yank knock kick flip lock bolt bar block ' +
  'object protest sigh stop halt start work function obey follow listen look watch seem appear sound count unfold drown ' +
  'perish collapse end conclude strip rob relieve deprive empty lurch swerve spill pour leak drip thank'

const forms = new Map<string, VerbForm[]>()

function add(text: string, verb: string, form: VerbForm['form']): void {
  const known = forms.get(text)
  if (known === undefined) forms.set(text, [{ verb, form }])
  else if (!known.some((other) => other.verb === verb && other.form === form)) known.push({ verb, form })
}

function addVerb(base: string, past: string, participle: string): void {
  add(base, base, 'base')
  add(thirdOf(base), base, 'third')
  add(ingOf(base), base, 'ing')
  add(past, base, 'past')
  add(participle, base, 'participle')
}

function thirdOf(base: string): string {
  if (base === 'have') return 'has'
  if (/(?:[sxz]|[cs]h|o)$/.test(base)) return `${base}es`
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`
}

function ingOf(base: string): string {
  if (/ie$/.test(base)) return `${base.slice(0, -2)}ying`
  if (/[^eo]e$/.test(base)) return `${base.slice(0, -1)}ing`
  return isDoubled(base) ? `${base}${base.at(-1)}ing` : `${base}ing`
}

function pastOf(base: string): string {
  if (base.endsWith('e')) return `${base}d`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`
  return isDoubled(base) ? `${base}${base.at(-1)}ed` : `${base}ed`
}

const isDoubled = (base: string): boolean =>
  DOUBLING.has(base) || /^(?:get|run|put|set|sit|swim|cut|let|shut|win|begin)$/.test(base)

for (const entry of IRREGULAR.split(';')) {
  const [base = '', past = '', participle = ''] = entry.split(' ')
  addVerb(base, past, participle)
}
for (const base of REGULAR.split(' ')) addVerb(base, pastOf(base), pastOf(base))

/** Every verb that a word can be a form of. */
export function verbFormsOf(word: string): readonly VerbForm[] {
  return forms.get(word) ?? []
}

/** `takes` */
export function presentOf(verb: string): string {
  return thirdOf(verb)
}

/** The verb of a name such as `open_book`, with its regular forms if it is none that is known. */
export function isFormOf(word: string, verb: string): boolean {
  if (word === verb || verbFormsOf(word).some((form) => form.verb === verb)) return true
  return word === thirdOf(verb) || word === pastOf(verb) || word === ingOf(verb)
}
