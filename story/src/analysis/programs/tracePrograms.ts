import type { Condition } from '../../expressions/expression.ts'
import { findDeclaration } from '../../expressions/entityFields.ts'
import type { Effect, Gamebook } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { startValue } from '../../state/startValue.ts'
import { NO_DEADLINE } from '../verdict/deadline.ts'
import type { Reason } from '../verdict/reason.ts'
import { DiceTable } from './diceTable.ts'
import { findFieldUses } from './fieldUses.ts'
import { findParts, type GamebookParts } from './gamebookParts.ts'
import { UNCHANGED } from './leafOf.ts'
import { listObservers, type Observer } from './observers.ts'
import type { Leaf, Program, Subject } from './program.ts'
import type { Programs, TriggerPrograms } from './programs.ts'
import { Run, type RunContext } from './run.ts'
import { runFunction } from './runFunction.ts'
import { runOpening } from './runOpening.ts'
import { runCondition, runEffect, type Watched } from './runTrigger.ts'
import { withoutSafeTexts } from './safeTexts.ts'
import { TextSafety } from './textSafety.ts'
import { VariableTable } from './variableTable.ts'

type Body = (run: Run) => Omit<Leaf, 'kind' | 'events'>

/**
 * The programs of a gamebook. Their trees are empty until runs are asked for.
 * @param more observers besides those of the gamebook
 */
export function tracePrograms(gamebook: Gamebook, more: readonly Observer[] = [], deadline = NO_DEADLINE): Programs {
  const parts = findParts(gamebook)
  const uses = findFieldUses(gamebook, parts)
  const variables = new VariableTable(gamebook, uses)
  const safety = new TextSafety(gamebook)
  const traced = withoutSafeTexts(gamebook, safety)
  const conditions: Condition[] = []
  const numbers = new Map<Condition, number>()
  const reasons = new Map<Program, Map<string, Reason>>()
  const context: RunContext = {
    gamebook: traced,
    variables,
    dice: new DiceTable(parts),
    uses,
    counted: new Set([...uses.counted, ...containersWithCapacity(gamebook)]),
    isNumber: numberFields(gamebook, parts),
    conditionNumber: (condition) => {
      const known = numbers.get(condition)
      if (known !== undefined) return known
      numbers.set(condition, conditions.length)
      return conditions.push(condition) - 1
    },
    noteReason: (program, reason) => {
      const known = reasons.get(program) ?? new Map<string, Reason>()
      reasons.set(program, known.set(JSON.stringify(reason), reason))
    },
  }
  const programs: Program[] = []
  const bodies: Body[] = []
  const add = (subject: Subject, body: Body): Program => {
    const program = { index: programs.length, subject, root: null }
    programs.push(program)
    bodies.push(body)
    return program
  }
  add({ kind: 'opening' }, runOpening)
  gamebook.functions.forEach((fn, index) => {
    const own = traced.functions[index] ?? fn
    add({ kind: 'function', fn }, (run) => runFunction(run, own))
  })
  const triggers = listTriggers(traced).map(({ kind, once, effects, ...watched }, trigger): TriggerPrograms => {
    const { id } = watched
    return {
      id,
      kind,
      condition: add({ kind: 'condition', trigger }, (run) => runCondition(run, watched)),
      effects: effects.map((effect, index) =>
        add({ kind: 'effect', trigger, effect: index }, (run) => runEffect(run, id, effect)),
      ),
      firedVariable: once ? variables.find({ kind: 'fired', triggerId: id }).index : null,
      onVariable: kind === 'trigger' ? variables.find({ kind: 'on', triggerId: id }).index : null,
    }
  })
  for (const { name, look, onlyBeforeEnd = false } of [...listObservers(traced), ...more]) {
    add({ kind: 'observer', name, seesEndings: !onlyBeforeEnd }, (run) => {
      look(run.world, run.report).forEach((event) => run.events.add(event))
      return UNCHANGED
    })
  }
  return {
    gamebook,
    deadline,
    variables: variables.all,
    programs,
    triggers,
    conditions,
    extend: (program, pick, choose) => {
      deadline.check()
      const run = new Run(context, program, { pick, choose })
      const result = bodies[program.index]?.(run)
      if (result === undefined) throw new Error('This program is not one of this gamebook.')
      return run.path.end({ kind: 'leaf', ...result, events: [...run.events] })
    },
    reasonsOf: (program) => [...(reasons.get(program)?.values() ?? [])],
    variableOf: (variable) => variables.find(variable),
  }
}

type Trigger = Watched & {
  readonly kind: TriggerPrograms['kind']
  readonly once: boolean
  readonly effects: readonly Effect[]
}

/** In the order in which `play/runTriggers.ts` evaluates them. */
function listTriggers(gamebook: Gamebook): readonly Trigger[] {
  const reveals = indexOf(gamebook).secrets.flatMap(({ id, revealWhen }): Trigger[] => {
    if (revealWhen === null) return []
    const reveal: Effect = { kind: 'action', if: null, action: 'core/reveal', args: new Map([['entity_id', id]]) }
    return [
      { id: `${id}#reveal_when`, kind: 'reveal', reveals: id, condition: revealWhen, once: false, effects: [reveal] },
    ]
  })
  return [...reveals, ...gamebook.triggers.map((trigger): Trigger => ({ kind: 'trigger', reveals: null, ...trigger }))]
}

function containersWithCapacity(gamebook: Gamebook): readonly string[] {
  return indexOf(gamebook).containers.flatMap(({ id, container }) => (container?.capacity == null ? [] : [id]))
}

/** Whether a field holds a number in every state: as declared, or because no rule writes anything else there. */
function numberFields(gamebook: Gamebook, { calls }: GamebookParts): RunContext['isNumber'] {
  const rewritten = new Set<unknown>()
  for (const { action, args } of calls) {
    if (action === 'state/set' && typeof args.get('value') !== 'number') rewritten.add(args.get('field'))
  }
  const isAnyRewritten = [...rewritten].some((field) => typeof field !== 'string')
  return (entityId, field) => {
    const entity = gamebook.entities.get(entityId)
    if (entity === undefined) return false
    const type = findDeclaration(gamebook, entity, field)?.type
    if (typeof startValue(gamebook, entityId, field) !== 'number') return false
    if (type !== undefined) return type === 'integer' || type === 'number'
    return entity.fields.has(field) && !isAnyRewritten && !rewritten.has(field)
  }
}
