import type { Gamebook } from '../../gamebook/gamebook.ts'
import { events } from '../programs/event.ts'
import type { Finding } from '../finding.ts'
import { listLastFailures } from '../replayFile/lastFailures.ts'
import { playReplay } from '../replayFile/playReplay.ts'
import type { FileLocation } from '../sourceMap.ts'
import type { Step } from '../steps/step.ts'
import { absenceFinding, observedFinding, type FindFindings, type FindingContext } from './findingContext.ts'

/** Finds triggers that keep making each other fire. */
export const findTriggerLoops: FindFindings = (context) =>
  context.answers.triggerLoops().map(({ triggers, steps: witness }) => {
    const [first = '', ...others] = triggers
    const isAlone = others.length === 0
    const message = isAlone
      ? `The trigger ${first} keeps making itself fire.`
      : `Triggers keep making each other fire: ${triggers.join(', ')}.`
    const hint = isAlone
      ? "Change its condition, so its own effects don't make it true again."
      : 'Add "once: true" to one of them, or change its condition so the others don\'t make it true again.'
    const failure = { kind: 'trigger-loop', triggers } as const
    return observedFinding(context, 'trigger-loop', context.locations.trigger(first), {
      message,
      hint,
      witness,
      failure,
    })
  })

/** Finds expressions that fail during play. */
export const findExpressionFailures: FindFindings = (context) =>
  context.answers.failures().flatMap(({ where, steps: witness }) => {
    const found = failureIn(context.gamebook, witness, where)
    if (found === null) return []
    const { reason, ...failure } = found
    const message = `"${where}" fails during play: ${reason}`
    const hint = 'Test first what it needs: "and" stops at the first part that is false.'
    return [observedFinding(context, 'expression-fails', locate(context, where), { message, hint, witness, failure })]
  })

/** The expression that fails after the last step. Several can have the same name: an effect and the next one. */
function failureIn(gamebook: Gamebook, steps: readonly Step[], where: string) {
  const last = playReplay(gamebook, steps, null).at(-1)
  const failures = last === undefined ? [] : listLastFailures(gamebook, last)
  return failures.find((failure) => failure.kind === 'expression-fails' && failure.where === where) ?? null
}

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
        message: `The check of "${name}" (${check.roll}) fails with every roll.`,
        hint: 'Lower "at_least", or add a bonus to the roll.',
      }),
      ...absenceFinding(
        context,
        fails,
        'check-never-fails',
        location,
        {
          message: `The check of "${name}" (${check.roll}) succeeds with every roll.`,
          hint: 'Raise "at_least", or remove the check.',
        },
        'note',
      ),
    ]
  })
}
