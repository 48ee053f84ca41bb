import type { Gamebook } from '../../gamebook/gamebook.ts'
import { TURN_HEADINGS } from '../../prompt/headings.ts'
import { listTypeBlocks } from '../../prompt/stateBlocks.ts'
import type { World } from '../../state/world.ts'
import type { Spotted } from '../driftFinding.ts'
import { foldText } from '../sentences/foldText.ts'
import { stripMachinery } from '../sentences/stripMachinery.ts'
import { spotAll, type Detector } from './detector.ts'

/** What a model thinks is no part of an answer. */
export const thoughtLeaked: Detector = ({ input: { text }, prose }) => {
  const fact = 'These are thoughts of the narrator, not part of the story.'
  return [...spotAll(text, THINKING, fact), ...spotAll(prose.text, REASONING, fact)]
}

const THINKING =
  /<\/?(?:think|thinking|thought|thoughts|reasoning|seed:think)>|\[\/?THINK\]|◁\/?think▷|<\|(?:begin|end)_of_thought\|>|<\|(?:START|END)_THINKING\|>|<\|channel\|>analysis/gi
const REASONING =
  /(?<=^|[\n.!?] ?)(?:okay|ok|alright|hmm|so|now|first|wait)?,? ?(?:the (?:user|player) (?:wants|asks|is asking|is trying|has asked|says|said|tries|typed|wrote|seems to want|would like|just)\b|let me (?:think|check the state|see what the state|narrate|write)\b|i (?:should|need to|must|have to) (?:narrate|describe|respond|write|call|check|keep|not reveal|avoid|mention|continue the story|make sure)\b|we (?:should|need to|must) (?:narrate|describe|respond|write|call|check|produce|output|not reveal)\b)/gi

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
  /<\/?(?:minimax:)?(?:tool_calls?|toolcalls?|function_calls?|functioncalls?|tool_use|tool_code|function=[\w-]{1,60}|invoke name=)|<\|(?:python_tag|tool_call\w{0,20}|START_ACTION|action_start)\|>|\[TOOL_CALLS?\]|\[TOOL_REQUEST\]|<｜tool▁calls?▁begin｜>|to=functions\.\w/gi
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
export const idLeaked: Detector = ({ input: { text }, after: { gamebook } }) => {
  const fact = 'This is a name from inside the gamebook, not a word of the story.'
  const visible = stripMachinery(text)
  const ids = idsOf(gamebook)
  const inWords = [...visible.matchAll(SNAKE)].filter(([word]) => ids.has(word) || ids.has(word.toLowerCase()))
  const marked = [...visible.matchAll(MARKED)].filter(([, , id = '']) => ids.has(id) && id.length > 1)
  return [
    ...inWords.map((match) => ({ start: match.index, end: match.index + match[0].length, fact })),
    ...marked.map((match) => ({ start: match.index, end: match.index + match[0].length, fact })),
  ].filter(({ start, end }) => !isLegacyCall(visible, start, end))
}

const SNAKE = /(?<![\p{L}\p{N}_])[a-zA-Z][a-zA-Z0-9]{0,60}(?:_[a-zA-Z0-9]{1,60}){1,12}(?![\p{L}\p{N}_])/gu
/** `(hook)` after a name, `id: hook`, or code. */
const MARKED = /(`|\bid:? ?["'`]?|(?<=\p{L} )\()([a-z][a-z0-9_]{0,60})(?:`|["'`]|\))/gu

/** The name of a function before its arguments is part of a call. */
function isLegacyCall(text: string, start: number, end: number): boolean {
  return text[end] === '(' && /^\([^()\n]{0,200}=/.test(text.slice(end, end + 210)) && text[start] !== '('
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
export const engineSpeech: Detector = ({ input: { text }, after }) => {
  const fact = 'This is a word of the engine, not of the story.'
  const visible = stripMachinery(text)
  return [...spotAll(visible, ENGINE, fact), ...labels(after).flatMap((label) => spotLabel(visible, label, fact))]
}

const ENGINE =
  /(?<![\p{L}\p{N}])(?:\d{1,2}d\d{1,3}|tool calls?|function calls?|game engine|the engine (?:says|refuses|refused|rejects|rejected|reports|confirms|does not|doesn't|won't|allows|returns|returned)|according to the (?:engine|game state|state)|game state|state of this turn|system prompt|the (?:game|story) state (?:says|shows|has)|requires-not-met|not-an-edge|not-enabled|no-such-\w{1,20}|edge-closed|bad-arguments|game-ended|hit points|skill check|stat check|(?:success|failure) against \d{1,3})(?![\p{L}\p{N}])/giu

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
export const stateEchoed: Detector = ({ input: { text }, after, before }) => {
  const fact = 'This is a line of what the narrator receives, not part of the story.'
  const sent = new Set([...sentLines(before), ...sentLines(after)].map(foldLine))
  const headings = new Set(Object.values(TURN_HEADINGS).map(foldLine))
  const spots: Spotted[] = [...spotAll(text, NOTE, fact)]
  let start = 0
  for (const line of text.split('\n')) {
    const folded = foldLine(line)
    const isHeading = /^\s{0,8}(?:#{1,6}|\*\*)/.test(line) && headings.has(folded)
    if (folded !== '' && (isHeading || sent.has(folded) || STATE_LINE.test(line.trim())))
      spots.push({ start, end: start + line.length, fact })
    start += line.length + 1
  }
  return spots
}

/** What later requests say of a passage that is not so. */
const NOTE = /\[Not so: [^\]\n]{1,300}\]?/gi

const STATE_LINE =
  /^(?:[-*] )?(?:\*\*)?(?:Now: .{1,80} \([a-z0-9_]{1,60}\)|Time: day \d{1,4}, \d\d:\d\d|Holds: .{1,200}|Held by: .{1,80}|Not now: [a-z_]{1,60}\b.{0,200}|Closed: .{1,300}|[a-z_]{1,60}: [a-z_]{1,60} \| .{1,200})$|^The story ends with this turn\./

function sentLines(world: World): readonly string[] {
  return listTypeBlocks(world, () => {}).flatMap(({ entities }) =>
    entities.flatMap(({ heading, facts }) => [
      `### ${heading}`,
      ...facts.flatMap((block) => block.split('\n').slice(0, 1)),
    ]),
  )
}

/** Without the marks of lists and headings. */
function foldLine(line: string): string {
  return foldText(line)
    .replaceAll(/^[\s#*>-]{1,12}|[*:\s]{1,8}$/g, '')
    .trim()
}
