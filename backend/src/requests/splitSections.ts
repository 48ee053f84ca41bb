import { TURN_HEADINGS } from '@llm-gamebook/story'

/** Why a part of a request is sent. */
export const REASONS = [
  'instructions',
  'settings',
  'world',
  'tools',
  'journal',
  'summary',
  'turns',
  'opening',
  'state',
  'actions',
  'moment',
  'done',
  'player',
  'pins',
  'note',
  'reminder',
  'answer',
  'thinking',
  'call',
  'result',
  'parameters',
] as const
export type Reason = (typeof REASONS)[number]

export interface Section {
  readonly reason: Reason
  readonly text: string
}

const OF_SYSTEM: ReadonlyMap<string, Reason> = new Map([
  ['Settings', 'settings'],
  ['World', 'world'],
  ['Functions', 'tools'],
])

const OF_USER: ReadonlyMap<string, Reason> = new Map([
  [TURN_HEADINGS.storySoFar, 'journal'],
  [TURN_HEADINGS.opening, 'opening'],
  [TURN_HEADINGS.state, 'state'],
  [TURN_HEADINGS.actions, 'actions'],
  [TURN_HEADINGS.moment, 'moment'],
  [TURN_HEADINGS.done, 'done'],
  [TURN_HEADINGS.player, 'player'],
  [TURN_HEADINGS.remember, 'reminder'],
  [TURN_HEADINGS.changes, 'state'],
  [TURN_HEADINGS.goOn, 'reminder'],
  ['What was summed up before', 'summary'],
  ['What is certain', 'journal'],
  ['What was played', 'turns'],
  ['What to write', 'instructions'],
])

export const splitSystemText = (text: string): readonly Section[] => split(text, OF_SYSTEM, 'instructions')

/** @param pins the texts of pins, by which their lines are known */
export function splitUserText(text: string, pins: readonly string[] = []): readonly Section[] {
  return split(text, OF_USER, 'player').flatMap((section) => {
    if (section.reason === 'journal') return splitAt(section, '## In short', 'summary')
    return section.reason === 'reminder' ? splitRemembered(section, pins) : [section]
  })
}

/** Each section begins with a heading outside of a fence, which only the player's own text has. */
function split(text: string, reasons: ReadonlyMap<string, Reason>, first: Reason): readonly Section[] {
  const sections: { reason: Reason; lines: string[] }[] = []
  let fence: string | null = null
  for (const line of text.split('\n')) {
    const marks = /^`{3,}$/.exec(line)?.[0] ?? null
    const reason = fence === null && line.startsWith('# ') ? reasons.get(line.slice(2)) : undefined
    if (marks !== null) fence = fence === null ? marks : fence === marks ? null : fence
    const last = sections.at(-1)
    if (last === undefined || reason !== undefined) sections.push({ reason: reason ?? first, lines: [line] })
    // Other headings begin a section of the instructions.
    else if (fence === null && first === 'instructions' && line.startsWith('# '))
      sections.push({ reason: first, lines: [line] })
    else last.lines.push(line)
  }
  return sections.map(({ reason, lines }) => ({ reason, text: lines.join('\n').trim() }))
}

function splitAt({ reason, text }: Section, border: string, second: Reason): readonly Section[] {
  const at = text.indexOf(`\n${border}\n`)
  if (at === -1) return [{ reason, text }]
  return [
    { reason, text: text.slice(0, at).trim() },
    { reason: second, text: text.slice(at).trim() },
  ]
}

const NOTE = "The player's note:"

/** Pins come first in the list, then the reminders of the engine, then the note. */
function splitRemembered(section: Section, pins: readonly string[]): readonly Section[] {
  const [listed, ...note] = splitAt(section, NOTE, 'note')
  const lines = (listed?.text ?? '').split('\n')
  const isPin = (line: string): boolean => pins.some((pin) => line === `- ${pin}`)
  const pinned = lines.filter(isPin)
  const rest = lines
    .filter((line) => !isPin(line))
    .join('\n')
    .trim()
  return [
    ...(pinned.length === 0 ? [] : [{ reason: 'pins', text: pinned.join('\n') } as const]),
    ...(/^# \S[^\n]*$/.test(rest) && pinned.length + note.length > 0
      ? []
      : [{ reason: 'reminder', text: rest } as const]),
    ...note,
  ]
}
