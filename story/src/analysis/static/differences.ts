import { findFormat } from '../../actions/findAction.ts'
import type { Gamebook, GamebookFunction } from '../../gamebook/gamebook.ts'
import { fingerprint } from './fingerprint.ts'
import { listExpressions } from './listExpressions.ts'
import { pathsIn } from './pathsIn.ts'
import { staticFinding, type FindStatic } from './staticContext.ts'

/** Finds functions of one gamebook, and edges of one node, that differ in nothing but their names. */
export const findEqualChoices: FindStatic = (context) => {
  const { gamebook, locations } = context
  const functions = equals(
    gamebook.functions.filter(({ ownerId }) => ownerId !== null),
    (fn) => fingerprint(meaningOf(gamebook, fn)),
  ).map(([first, second]) => {
    const message = `The functions "${first.name}" and "${second.name}" do the same thing.`
    return staticFinding(context, 'choice-without-difference', locations.function(second.name), { message, hint: HINT })
  })
  const edges = [...gamebook.entities.values()].flatMap(({ id, graphNode }) =>
    equals(graphNode?.edges ?? [], ({ to, enabled, effects, otherwise }) =>
      fingerprint([to, enabled, effects, otherwise]),
    ).map(([first, second]) => {
      const message = `The edges "${first.id}" and "${second.id}" from "${id}" do the same thing.`
      return staticFinding(context, 'choice-without-difference', locations.edge(id, second.id), { message, hint: HINT })
    }),
  )
  return [...functions, ...edges]
}

const HINT = 'Give one of them other effects or another "narrate", or remove it.'

/** Everything that a call can change or say. A secret owner decides when the function exists. */
function meaningOf({ entities }: Gamebook, fn: GamebookFunction): unknown {
  const { mainAction, check, effects, enabled, otherwise, parameters, ownerId } = fn
  const owner = entities.get(ownerId ?? '')
  return [mainAction, check, effects, enabled, otherwise, parameters, owner?.secret === true ? owner.id : null]
}

/** The first of each group of equal things with each of the others. */
function equals<Thing>(things: readonly Thing[], key: (thing: Thing) => string): readonly (readonly [Thing, Thing])[] {
  const first = new Map<string, Thing>()
  return things.flatMap((thing) => {
    const name = key(thing)
    const known = first.get(name)
    if (known === undefined) first.set(name, thing)
    return known === undefined ? [] : [[known, thing] as const]
  })
}

/** Finds parameters whose value decides nothing. Free texts are left to the narrator. */
export const findUnreadParameters: FindStatic = (context) => {
  const { gamebook, locations } = context
  const expressions = listExpressions(gamebook, locations)
  return gamebook.functions.flatMap((fn) => {
    if (fn.parameters.size === 0) return []
    const read = new Set(
      expressions
        .filter(({ parameters }) => parameters === fn.parameters)
        .flatMap(({ expression }) => pathsIn(expression.root)),
    )
    return [...fn.parameters]
      .filter(([name, { type }]) => CHOSEN.has(type) && !read.has(`param.${name}`) && !isPayload(fn, name))
      .map(([name]) => {
        const message = `Nothing depends on the parameter "${name}" of the function "${fn.name}".`
        const hint = `Use "param.${name}" in a condition, an effect or a text, or remove the parameter.`
        return staticFinding(context, 'parameter-never-read', locations.function(fn.name), { message, hint })
      })
  })
}

const CHOSEN: ReadonlySet<string> = new Set(['choice', 'boolean', 'integer', 'entity'])

/** Whether the main action takes the value of the parameter. An event takes all of them. */
function isPayload({ mainAction }: GamebookFunction, name: string): boolean {
  if (mainAction === null || mainAction.args.has(name)) return false
  return mainAction.kind !== 'action' || findFormat(mainAction.action)?.payload.has(name) === true
}
