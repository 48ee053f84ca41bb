import type { Finding } from '../finding.ts'
import type { FileLocation } from '../sourceMap.ts'
import { absenceFinding, observedFinding, type FindFindings, type FindingContext } from './findingContext.ts'

/** Finds triggers that keep setting each other off. */
export const findTriggerLoops: FindFindings = (context) =>
  [...context.exploration.coverage.loops.values()].map(({ triggers, witness }) => {
    const message = `These triggers keep setting each other off: ${triggers.join(', ')}.`
    const hint = 'Add "once: true" to one, or change its condition so the others don\'t make it true again.'
    return observedFinding(context, 'trigger-loop', context.locations.trigger(triggers[0] ?? ''), {
      message,
      hint,
      witness: witness(),
    })
  })

/** Finds expressions that fail during play. */
export const findExpressionFailures: FindFindings = (context) =>
  [...context.exploration.coverage.failures].map(([where, { reason, witness }]) => {
    const message = `"${where}" fails during play: ${reason}`
    const hint = 'Guard it: "and" stops at the first part that is false.'
    return observedFinding(context, 'expression-fails', locate(context, where), { message, hint, witness: witness() })
  })

/** Locates a name in the engine's reports: `go_to.enabled`, `square.edges.cellar`, `Ledger#2`, `cellar.requires`. */
function locate({ gamebook, locations }: FindingContext, where: string): FileLocation {
  const [head = '', key = '', to = ''] = where.split('.')
  if (gamebook.triggers.some(({ id }) => id === where)) return locations.trigger(where)
  if (key === 'edges') return locations.edge(head, to)
  const [id = ''] = head.split('#', 1)
  if (gamebook.entities.has(id)) return locations.key(id, key === '' ? 'reveal_when' : key)
  return locations.function(head)
}

/** Finds checks whose roll decides nothing. */
export const findTrivialChecks: FindFindings = (context) => {
  const { gamebook, locations, exploration } = context
  return gamebook.functions.flatMap(({ name, check }): readonly Finding[] => {
    const outcomes = exploration.coverage.checks.get(name)
    if (check === null || outcomes === undefined || (outcomes.succeeds && outcomes.fails)) return []
    const location = locations.function(name)
    if (!outcomes.succeeds) {
      const message = `The check of "${name}" (${check.roll}) can't succeed with any roll.`
      return [
        absenceFinding(context, 'check-never-succeeds', location, {
          message,
          hint: 'Lower "at_least", or add a bonus to the roll.',
        }),
      ]
    }
    const message = `The check of "${name}" (${check.roll}) can't fail with any roll.`
    return [
      absenceFinding(
        context,
        'check-never-fails',
        location,
        { message, hint: 'Raise "at_least", or remove the check.' },
        'note',
      ),
    ]
  })
}
