import type { Entity, Gamebook } from '../../gamebook/gamebook.ts'
import {
  notAnEntity,
  unknownEntity,
  unknownField,
  unknownLocal,
  type ExpressionMessage,
} from '../expressionMessages.ts'
import { anyKind, canBe, describeKinds, type Kinds } from '../kinds.ts'
import type { LocalKind, LocalKinds } from '../locals.ts'
import type { ReportProblem } from './problem.ts'
import { resolvePathStart, startAtTypes, type PathTarget } from './pathTarget.ts'
import type { Name, PathNode } from '../syntax/syntax.ts'

/** The kinds that a path can read. The check follows its fixed part: the head and any current nodes. */
export function checkPath(
  { head, steps }: PathNode,
  gamebook: Gamebook,
  locals: LocalKinds,
  report: ReportProblem,
): Kinds {
  const known = locals.get(head.name)
  if (known !== undefined) return followLocal(known, head, steps, gamebook, report)
  const entity = gamebook.entities.get(head.name)
  if (entity !== undefined) return followSteps(resolvePathStart(entity, gamebook), steps, gamebook, report)
  report('expression-unknown-entity', head.start, unknownEntity(head.name, gamebook))
  return anyKind
}

function followLocal(
  known: ReadonlyMap<string, LocalKind>,
  head: Name,
  [step, next, ...rest]: readonly Name[],
  gamebook: Gamebook,
  report: ReportProblem,
): Kinds {
  const local = step && known.get(step.name)
  if (step === undefined) return anyKind
  if (local === undefined) {
    const code = head.name === 'param' ? 'unknown-parameter' : 'expression-unknown-field'
    report(code, step.start, unknownLocal(head.name, step.name, [...known.keys()]))
    return anyKind
  }
  if (next === undefined) return local.kinds
  if (canBe(local.kinds, 'entity')) {
    return followSteps(startAtTypes(local.of, gamebook), [next, ...rest], gamebook, report)
  }
  report('expression-not-an-entity', step.start, notAnEntity(step.name, describeKinds(local.kinds), next.name))
  return anyKind
}

function followSteps(
  target: PathTarget,
  [step, next, ...rest]: readonly Name[],
  gamebook: Gamebook,
  report: ReportProblem,
): Kinds {
  if (step === undefined || target.entities.length === 0) return anyKind
  const kinds = checkStep(target, step, gamebook, report)
  if (kinds === undefined || next === undefined) return kinds ?? anyKind
  if (!canBe(kinds, 'entity')) {
    report('expression-not-an-entity', step.start, notAnEntity(step.name, describeKinds(kinds), next.name))
    return anyKind
  }
  return step.name === 'current_node' ? followSteps(target.nodes, [next, ...rest], gamebook, report) : anyKind
}

/** Undefined, with a report, if no entity has the field. */
function checkStep(target: PathTarget, step: Name, gamebook: Gamebook, report: ReportProblem): Kinds | undefined {
  const { name, start } = step
  const kinds = target.kindsOf(name)
  const lacking = target.lacking(name)
  const [example] = lacking.first
  if (example === undefined) return kinds
  if (kinds === undefined) {
    const isOne = target.entities.length === 1
    const unknown = unknownField(example, name, gamebook)
    const message = `None of these has the field "${name}".`
    report('expression-unknown-field', start, isOne ? unknown : { ...unknown, message })
  } else if (target.areNodes) {
    report('field-not-on-every-node', start, notOnEveryNode(name, lacking.first, lacking.count))
  }
  return kinds
}

function notOnEveryNode(field: string, shown: readonly Entity[], count: number): ExpressionMessage {
  const ids = shown.map((entity) => `"${entity.id}"`)
  const names = count === shown.length ? ids : [...ids, `${count - shown.length} more`]
  return {
    message: `Not every node has the field "${field}": ${names.join(', ')} ${count === 1 ? 'lacks' : 'lack'} it.`,
    hint: 'Add it to the others: while a node without it is current, this expression fails.',
  }
}
