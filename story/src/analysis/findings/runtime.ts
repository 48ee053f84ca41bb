import type { Finding } from '../finding.ts'
import type { FileLocation } from '../sourceMap.ts'
import { absenceFinding, observedFinding, type FindFindings, type FindingContext } from './findingContext.ts'

/** Triggers that set each other off without end. */
export const findTriggerLoops: FindFindings = (context) =>
  [...context.exploration.coverage.loops.values()].map(({ triggers, witness }) => {
    const message = `These triggers set each other off without end: ${triggers.join(', ')}.`
    const hint = 'Give one of them "once: true", or a condition that what follows does not make true again.'
    return observedFinding(context, 'trigger-loop', context.places.trigger(triggers[0] ?? ''), {
      message,
      hint,
      witness: witness(),
    })
  })

/** Expressions that cannot be worked out somewhere in play. */
export const findExpressionFailures: FindFindings = (context) =>
  [...context.exploration.coverage.failures].map(([where, { reason, witness }]) => {
    const message = `"${where}" fails in play: ${reason}`
    const hint = 'Ask first whether it can be worked out: an "and" stops at the first part that does not hold.'
    return observedFinding(context, 'expression-fails', placeOf(context, where), { message, hint, witness: witness() })
  })

/** Where a name of the engine's reports stands: `go_to.enabled`, `square.edges.cellar`, `Ledger#2`, `cellar.requires`. */
function placeOf({ gamebook, places }: FindingContext, where: string): FileLocation {
  const [head = '', key = '', to = ''] = where.split('.')
  if (gamebook.triggers.some(({ id }) => id === where)) return places.trigger(where)
  if (key === 'edges') return places.edge(head, to)
  if (gamebook.entities.has(head.replace(/#reveal_when$/, '')))
    return places.key(head.replace(/#.*$/, ''), key === '' ? 'reveal_when' : key)
  return places.function(head)
}

/** Checks whose roll decides nothing. */
export const findTrivialChecks: FindFindings = (context) => {
  const { gamebook, places, exploration } = context
  return gamebook.functions.flatMap(({ name, check }): readonly Finding[] => {
    const outcomes = exploration.coverage.checks.get(name)
    if (check === null || outcomes === undefined || (outcomes.succeeds && outcomes.fails)) return []
    const place = places.function(name)
    if (!outcomes.succeeds) {
      const message = `The check of "${name}" (${check.roll}) never succeeds, whatever the dice show.`
      return [
        absenceFinding(context, 'check-never-succeeds', place, {
          message,
          hint: 'Lower "at_least", or add something to the roll.',
        }),
      ]
    }
    const message = `The check of "${name}" (${check.roll}) never fails, whatever the dice show.`
    return [
      absenceFinding(
        context,
        'check-never-fails',
        place,
        { message, hint: 'Raise "at_least", or leave the check out.' },
        'note',
      ),
    ]
  })
}
