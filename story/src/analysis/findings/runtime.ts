import { events } from '../programs/event.ts'
import type { Finding } from '../finding.ts'
import type { FileLocation } from '../sourceMap.ts'
import { absenceFinding, observedFinding, type FindFindings, type FindingContext } from './findingContext.ts'

/** Finds triggers that keep making each other fire. */
export const findTriggerLoops: FindFindings = (context) =>
  context.answers.triggerLoops().map(({ triggers, steps: witness }) => {
    const message = `Triggers keep making each other fire, including ${triggers.join(', ')}.`
    const hint = 'Add "once: true" to one of them, or change its condition so the others don\'t make it true again.'
    return observedFinding(context, 'trigger-loop', context.locations.trigger(triggers[0] ?? ''), {
      message,
      hint,
      witness,
    })
  })

/** Finds expressions that fail during play. */
export const findExpressionFailures: FindFindings = (context) =>
  context.answers.failures().map(({ where, reason, steps: witness }) => {
    const message = `"${where}" fails during play: ${reason}`
    const hint = 'Guard it: "and" stops at the first part that is false.'
    return observedFinding(context, 'expression-fails', locate(context, where), { message, hint, witness })
  })

/** Locates a name in the engine's reports: `go_to.enabled`, `square.edges.cellar`, `Ledger#2`, `mate.topics.tide`. */
function locate({ gamebook, locations }: FindingContext, where: string): FileLocation {
  const [head = '', key = '', to = ''] = where.split('.')
  if (gamebook.triggers.some(({ id }) => id === where)) return locations.trigger(where)
  if (key === 'edges') return locations.edge(head, to)
  if (key === 'topics') return locations.topic(head, to)
  if (gamebook.entityTypes.some(({ id }) => id === head)) return locations.type(head, key)
  const [id = ''] = head.split('#', 1)
  if (gamebook.entities.has(id)) return locations.key(id, key === '' ? 'reveal_when' : key)
  return locations.function(head)
}

/** Finds checks whose roll decides nothing. */
export const findTrivialChecks: FindFindings = (context) => {
  const { gamebook, locations, answers } = context
  return gamebook.functions.flatMap(({ name, check }): readonly Finding[] => {
    if (check === null) return []
    const location = locations.function(name)
    const [passes, fails] = [answers.canHappen(events.passedCheck(name)), answers.canHappen(events.failedCheck(name))]
    // A check that is never rolled belongs to a function that is never called.
    if (passes.kind === 'proven' && fails.kind === 'proven') return []
    return [
      ...absenceFinding(context, passes, 'check-never-succeeds', location, {
        message: `The check of "${name}" (${check.roll}) can't succeed with any roll.`,
        hint: 'Lower "at_least", or add a bonus to the roll.',
      }),
      ...absenceFinding(
        context,
        fails,
        'check-never-fails',
        location,
        {
          message: `The check of "${name}" (${check.roll}) can't fail with any roll.`,
          hint: 'Raise "at_least", or remove the check.',
        },
        'note',
      ),
    ]
  })
}
