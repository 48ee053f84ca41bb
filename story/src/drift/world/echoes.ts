import { TURN_HEADINGS } from '../../prompt/headings.ts'
import { listTypeBlocks } from '../../prompt/stateBlocks.ts'
import type { World } from '../../state/world.ts'
import { foldText } from '../sentences/foldText.ts'
import type { Span } from '../sentences/quotedSpans.ts'

/** The lines of a text that repeat what the narrator received. */
export function listEchoes(text: string, before: World, after: World): readonly Span[] {
  const sent = new Set([...sentLines(before), ...sentLines(after)].map(foldLine))
  const labels = new Set([...sent].flatMap((line) => (line.includes(':') ? [line.slice(0, line.indexOf(':'))] : [])))
  const headings = new Set(Object.values(TURN_HEADINGS).map(foldLine))
  const spans: Span[] = []
  let start = 0
  let isInEcho = false
  for (const line of text.split('\n')) {
    const folded = foldLine(line)
    const isMarked = MARKED.test(line)
    const isHeading = isMarked && (headings.has(folded) || (line.includes('#') && sent.has(folded)))
    const isFact = isMarked && (sent.has(folded) || labels.has(folded.split(':')[0] ?? ''))
    const isEcho = folded !== '' && (isHeading || isFact || STATE_LINE.test(line.trim()))
    const isBelow: boolean = isInEcho && (/^ {2,}\S/.test(line) || (isMarked && folded !== ''))
    if (isEcho || isBelow) spans.push({ start, end: start + line.length })
    isInEcho = isEcho || isBelow || (isInEcho && folded === '')
    start += line.length + 1
  }
  return spans
}

const MARKED = /^\s{0,8}(?:#{1,6} |\*\*|[-*] )/
const STATE_LINE =
  /^(?:[-*] )?(?:\*\*)?(?:Now: .{1,80} \([a-z0-9_]{1,60}\)|Time: day \d{1,4}, \d\d:\d\d|Holds: .{1,200}|Held by: .{1,80}|Not now: [a-z_]{1,60}\b.{0,200}|Closed: .{1,300}|[a-z_]{1,60}: [a-z_]{1,60} \| .{1,200})$|^(?:- )?The story ends with this turn\./

function sentLines(world: World): readonly string[] {
  return listTypeBlocks(world, () => {}).flatMap(({ name, entities }) => [
    `## ${name}`,
    ...entities.flatMap(({ heading, facts }) => [heading, ...facts.flatMap((block) => block.split('\n').slice(0, 1))]),
  ])
}

/** Without the marks of lists and headings. */
function foldLine(line: string): string {
  return foldText(line)
    .replaceAll(/\*\*/g, '')
    .replaceAll(/^[\s#*>-]{1,12}|[*:\s]{1,8}$/g, '')
    .trim()
}
