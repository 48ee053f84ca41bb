import { OPENING } from '../steps/step.ts'
import type { Reason } from '../verdict/reason.ts'
import { formatCount } from './formatCount.ts'

/** Describes why the checker doesn't know something, and what would help: two sentences. */
export function describeReason(reason: Reason): string {
  switch (reason.kind) {
    case 'limit':
      return describeLimit(reason.of, reason.value)
    case 'memory':
      return 'The check ran out of memory, even with small searches. Give numbers a "max" and texts a list of choices, or split the gamebook, so there is less to try.'
    case 'sampled':
      return reason.function === OPENING
        ? `Only some answers to the question about "${reason.parameter}" were tried. Give the field a list of choices, so the checker can decide it.`
        : `Only some values of the parameter "${reason.parameter}" of "${reason.function}" were tried. Give it fewer possible values, such as a list of choices, so the checker can decide it.`
    case 'unbounded':
      return `"${reason.variable}" can grow or fall without limit, and its exact value matters. Give the field a "max", and a "min" if it can fall, so the checker can decide it.`
    case 'wide':
      return `"${reason.program}" can do too many different things to list them all. Split it into smaller parts, so the checker can decide it.`
    case 'trigger-limit':
      return `The triggers ${reason.triggers.map((id) => `"${id}"`).join(', ')} can make each other fire until the engine stops them. Give each of them an effect that makes its own condition false.`
    case 'failing-condition':
      return `The condition of the trigger "${reason.trigger}" can fail. Write it so the engine can always evaluate it.`
    case 'not-replayed':
      return 'A path was found, but the engine refused to play it. This is a fault of the checker: please report it.'
  }
}

function describeLimit(of: 'states' | 'time' | 'nodes', value: number): string {
  switch (of) {
    case 'states':
      return `The search stopped after ${formatCount(value, 'state')}. Raise the limit with --max-states on the command line.`
    case 'time':
      return `The search stopped after ${formatCount(Math.round(value / 1000), 'second')}. Raise the limit with --seconds on the command line.`
    case 'nodes':
      return `Too many fields depend on each other: the search stopped when its table of their values had ${value.toLocaleString('en-US')} entries. Use fewer fields in the conditions that lead there.`
  }
}
