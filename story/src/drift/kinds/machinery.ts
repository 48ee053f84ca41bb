import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { World } from '../../state/world.ts'
import type { Spotted } from '../driftFinding.ts'
import { spotAll, type Detector } from './detector.ts'

/** What a model thinks is no part of an answer. */
export const thoughtLeaked: Detector = ({ input: { text }, thoughts }) => {
  const fact = 'These are thoughts of the narrator, not part of the story.'
  return [...spotAll(text, THINKING, fact), ...thoughts.map(({ start, end }) => ({ start, end, fact }))]
}

const THINKING =
  /<\/?(?:think|thinking|thought|thoughts|reasoning|seed:think)>|\[\/?THINK\]|◁\/?think▷|<\|(?:begin|end)_of_thought\|>|<\|(?:START|END)_THINKING\|>|<\|channel\|>analysis/gi

/** A call of a function, written as text. */
export const toolAsText: Detector = ({ input: { text }, after }) => {
  const fact = 'This is a call of a function, not part of the story.'
  return [
    ...spotAll(text, CALL_MARKS, fact),
    ...spotAll(text, CALL_JSON, fact),
    ...lineCalls(text, after.gamebook, fact),
  ]
}

const CALL_MARKS =
  /<\/?(?:minimax:)?(?:tool_calls?|toolcalls?|function_calls?|functioncalls?|tool_use|tool_code|function=[\w-]{1,60}|invoke name=)|<\|(?:python_tag|tool_call\w{0,20}|START_ACTION|action_start)\|>|\[TOOL_CALLS?\]|✿FUNCTION✿|^Action: ?\w{1,60}\s{1,4}Action Input:|<tool>\w{1,60}<\/tool>|to=functions|<function=|\bcalls? (?:the )?function\b|\[TOOL_REQUEST\]|<｜tool▁calls?▁begin｜>|to=functions\.\w/gim
const CALL_JSON =
  /\{\s{0,20}"(?:name|function|tool|action|tool_name|function_name)"\s{0,9}:\s{0,9}"[\w./-]{1,80}"\s{0,9},\s{0,20}"(?:arguments|parameters|args|input|tool_input|action_input)"/g

/** `take(item="lantern")`: alone on its line, in code, or where a call is announced. */
function lineCalls(text: string, gamebook: Gamebook, fact: string): readonly Spotted[] {
  const names = new Set(gamebook.functions.map(({ name }) => name))
  return [...text.matchAll(CALL)].flatMap((match) => {
    const [call, name = ''] = match
    const start = match.index
    if (!names.has(name) && !/_/.test(name)) return []
    const before =
      text
        .slice(Math.max(0, start - 120), start)
        .split('\n')
        .at(-1) ?? ''
    const after = text.slice(start + call.length, start + call.length + 40)
    const isAlone = /^[\s`>*-]*$/.test(before) && /^[\s`;.]*(?:\n|$)/.test(after)
    const isAnnounced = ANNOUNCES.test(before.split(/[.!?] /).at(-1) ?? '')
    const isCode = before.endsWith('`') && after.startsWith('`')
    return isAlone || isAnnounced || isCode ? [{ start, end: start + call.length, fact }] : []
  })
}

const CALL = /(?<![\w.])([a-z]\w{1,60})\([^()\n]{0,200}\)/g
const ANNOUNCES =
  /\b(?:call|calls|calling|use|uses|using|invoke|invoking|execute|executing|run|running|function|tool|try)\b[^.]{0,60}$/i

/** Ids of the gamebook, which no one outside of it knows. */
export const idLeaked: Detector = (scene) => {
  const { prose, after } = scene
  const { gamebook } = after
  const fact = 'This is a name from inside the gamebook, not a word of the story.'
  const visible = prose.text
  const ids = idsOf(gamebook)
  const calls = toolAsText(scene)
  const inWords = [...visible.matchAll(SNAKE)].filter(([word]) => ids.has(word) || ids.has(word.toLowerCase()))
  const marked = [...visible.matchAll(MARKED)].filter(([, , id = '']) => ids.has(id) && id.length > 1)
  return [
    ...inWords.map((match) => ({ start: match.index, end: match.index + match[0].length, fact })),
    ...marked.map((match) => ({ start: match.index, end: match.index + match[0].length, fact })),
    ...spotPaths(visible, ids, fact),
  ].filter(
    ({ start, end }) =>
      !isArgument(visible, start, end) && !calls.some((call) => call.start <= start && start < call.end),
  )
}

const SNAKE = /(?<![\p{L}\p{N}_])[a-zA-Z][a-zA-Z0-9]{0,60}(?:_[a-zA-Z0-9]{1,60}){1,12}(?![\p{L}\p{N}_])/gu
/** `(hook)` after a name, `id: hook`, or code. */
const MARKED = /(`|\bid:? ?["'`]?|(?<=\p{L} )\()([a-z][a-z0-9_]{0,60})(?:[`"',]|\))/gu

/** `ledger.portable` */
function spotPaths(text: string, ids: ReadonlySet<string>, fact: string): readonly Spotted[] {
  return [...text.matchAll(PATH)].flatMap((match) =>
    ids.has(match[1] ?? '') ? [{ start: match.index, end: match.index + match[0].length, fact }] : [],
  )
}

const PATH = /(?<![\w.])([a-z][a-z0-9_]{1,60})\.[a-z][a-z0-9_]{2,60}(?![\w])/g

/** The name and the arguments of a call are part of the call. */
function isArgument(text: string, start: number, end: number): boolean {
  if (text[end] === '(' && /^\([^()\n]{0,200}=/.test(text.slice(end, end + 210)) && text[start] !== '(') return true
  const before =
    text
      .slice(Math.max(0, start - 300), start)
      .split('\n')
      .at(-1) ?? ''
  return /✿\w{1,10}✿|^Action:|"(?:name|function|tool|action|arguments|parameters|args|input)"\s{0,9}:|\[TOOL_CALLS?\]|to=functions|<function=|\bcalls? (?:the )?function\b|^\s{0,9}\w{1,60}\([^()]{0,250}$/.test(
    before,
  )
}

function idsOf({ entities, functions, entityTypes }: Gamebook): ReadonlySet<string> {
  return new Set([
    ...entities.keys(),
    ...functions.flatMap(({ name, parameters }) => [name, ...parameters.keys()]),
    ...entityTypes.flatMap(({ fields }) => [...fields.keys()].filter((field) => field.includes('_'))),
    ...[...entities.values()].flatMap(({ fields, graphNode }) => [
      ...[...fields.keys()].filter((field) => field.includes('_')),
      ...(graphNode?.edges ?? []).map(({ id }) => id),
    ]),
    ...['current_node_id', 'held_by', 'entity_id', 'reveal_when', 'node_ids'],
  ])
}

/** Words of the engine, which a story does not have. */
export const engineSpeech: Detector = (scene) => {
  const fact = 'This is a word of the engine, not of the story.'
  const { after } = scene
  const { text: visible } = scene.prose
  return [
    ...spotAll(visible, ENGINE, fact),
    ...spotAll(visible, MECHANICS, fact),
    ...labels(after).flatMap((label) => spotLabel(visible, label, fact)),
  ]
}

/** How models speak of rules: a check, a flag, an inventory. */
const MECHANICS =
  /\b(?:item id|calls function|(?:to|the) node|nodo actual|movimiento aplicado|aktueller Knoten|ortswechsel erfolgreich|available exits|clock advanced|graph transitions?|ending kind|waits for further input|resources have been updated)\b|\b\w{1,30} executed:|: ?\d{1,5} ?(?:->|→) ?\d{1,5}\b|\b\w{1,20} checks?:? (?:success|failure|failed|passed|succeeded|fails|succeeds|comes up|is a (?:pass|fail))|\bcheck (?:failed|passed|succeeded)\b|\b(?:item|quest|object) (?:acquired|received|obtained|added|completed|updated)\b|\b(?:added|adds?) (?:\w+ ){0,3}to (?:your|the) inventory\b|\b(?:your|the player['’]s) inventory\b|\binventory:|\b\w{2,30} ?={1,2} ?(?:true|false|\d{1,4})\b|\b(?:currently|=) (?:true|false)\b|\bis now (?:true|false)\b|\bnext node\b|\b(?:current|this) node\b|\btriggers? (?:["“]\w{1,30}["”] )?(?:fires|fired|advances|activates|activated|was fired)\b|\b\w{1,20} trigger (?:fires|fired|advances|activates|activated)\b|\b(?:location|player|game|story|world) state\b|\bthe (?:call|transition|action) (?:was|is|has been) (?:refused|rejected|applied|successful)\b|\bcall successful\b|\bthe edge to\b|\bnot portable\b|\bcapacity is\b|\b(?:its|the) condition (?:is|was) (?:not )?met\b|\bflag (?:is|remains|has been|was)\b|\bpass a (?:\w+ )?check\b|\b(?:increased|decreased|reduced|raised) by \d{1,3}\b|\b(?:gain|lose|gained|lost) \d{1,3} (?:points?|HP|XP)\b/gi

const ENGINE =
  /(?<![\p{L}\p{N}])(?:\d{1,2}d\d{1,3}|tool calls?|function calls?|game engine|the engine (?:says|refuses|refused|rejects|rejected|reports|confirms|does not|doesn't|won't|allows|returns|returned)|according to the (?:engine|game state|state)|game state|state of this turn|system prompt|the (?:game|story) state (?:says|shows|has)|requires-not-met|not-an-edge|not-enabled|no-such-\w{1,20}|edge-closed|bad-arguments|game-ended|hit points|skill check|stat check|saving throw|game mechanics?|game engine|entity (?:type|id)|state (?:change|variable|update|machine)|inventory (?:updated|system)|the (?:function|tool|tool call|call) (?:returned|returns|was refused|has been refused|failed|succeeded)|DC ?\d{1,3}|\d{1,5} ?(?:HP|XP)|(?:success|failure) against \d{1,3})(?![\p{L}\p{N}])/giu

/** The labels of numbers, as the state shows them. */
function labels({ gamebook }: World): readonly string[] {
  return gamebook.entityTypes.flatMap(({ fields }) =>
    [...fields.values()].flatMap(({ label, type }) =>
      label === null || (type !== 'integer' && type !== 'number') ? [] : [label],
    ),
  )
}

/** `Nerve 1 of 2`, `Steady hands: 2` */
function spotLabel(text: string, label: string, fact: string): readonly Spotted[] {
  const pattern = new RegExp(
    `(?<![\\p{L}])${escape(label)}\\*{0,2}(?: (?:are|is|at|now|stands? at|drops? to|rises? to|goes? to|falls? to)){0,2}[:=]?\\*{0,2} {0,2}(?:[+-]?\\d{1,5} ?(?:of|/) ?\\d{1,5}|[:=] ?\\d{1,5}(?! ?[\\p{L}]))`,
    'giu',
  )
  const counted = new RegExp(
    `(?<![\\p{L}])${escape(label)}\\*{0,2} ?[:=(→]+ ?\\*{0,2}[+-]?\\d{1,5}|[+-]\\d{1,4} ${escape(label)}(?![\\p{L}])`,
    'giu',
  )
  return [...spotAll(text, pattern, fact), ...spotAll(text, counted, fact)]
}

const escape = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Lines of the state, repeated as they were sent. */
export const stateEchoed: Detector = ({ input: { text }, echoes }) => {
  const fact = 'This is a line of what the narrator receives, not part of the story.'
  return [...spotAll(text, NOTE, fact), ...echoes.map(({ start, end }) => ({ start, end, fact }))]
}

/** What later requests say of a passage that is not so. */
const NOTE = /\[Not so: [^\]\n]{1,300}\]?/gi
