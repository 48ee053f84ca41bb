import { indexOf } from '../gamebook/gamebookIndex.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { offeredFunctions } from '../play/offeredFunctions.ts'
import { listClosedExits } from './closedExits.ts'
import { formatOffered } from './offeredLines.ts'
import { formatQuestion } from './questionLine.ts'
import type { RefusedFunctionView } from './view.ts'
import { viewRefused } from './viewRefused.ts'

/**
 * The lines of `# What can be done now`: each function that can be called, with the ids that it accepts and their
 * labels, the exits and functions that the author refuses with a reason, and the open question. Empty after the end.
 */
export function listActionLines(world: World, report: ReportFailure): readonly string[] {
  if (world.state.ended !== undefined) return []
  const offered = offeredFunctions(world, report)
  return [
    ...offered.flatMap((one) => formatOffered(world, one, report)),
    ...formatQuestion(world, offered, report),
    ...listClosedExits(world, report).map(
      ({ label, name, otherwise }) => `- Closed: ${withTitle(label ?? name)}${otherwise}`,
    ),
    ...viewRefused(world, report).map((refused) => formatRefused(world, refused)),
  ]
}

/** The tool of a function has its description, unless that has placeholders. */
function formatRefused({ gamebook }: World, { name, description, reason }: RefusedFunctionView): string {
  const isConstant = indexOf(gamebook).functions.get(name)?.description.kind === 'constant'
  return `${NOT_NOW}${name}${isConstant ? '' : ` (${description})`}. ${reason}`
}

const NOT_NOW = '- Not now: '

/** The lines after a call, without the refusals that are as before; null if no line has changed. */
export function listActionNews(before: readonly string[], after: readonly string[]): readonly string[] | null {
  if (before.join('\n') === after.join('\n')) return null
  return after.filter((line) => !(line.startsWith(NOT_NOW) && before.includes(line)))
}

const withTitle = (title: string | null): string => (title === null ? '' : `${title}. `)
