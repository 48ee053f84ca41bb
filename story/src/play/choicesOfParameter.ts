import { entityChoices, isEntityChoice } from '../actions/entityChoices.ts'
import { isNudgeable, nudgeableFields } from '../actions/nudge.ts'
import type { Parameter } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { speakersToAsk } from '../traits/speaker/speakersToAsk.ts'

/** The ids that a parameter accepts now; null for a parameter that names nothing of the gamebook. */
export function choicesOfParameter(
  world: World,
  parameter: Parameter,
  report: ReportFailure,
): readonly string[] | null {
  switch (parameter.type) {
    case 'entity':
      return entityChoices(world, parameter.of, report).map(({ id }) => id)
    case 'speaker':
      return speakersToAsk(world, report).map(({ speaker }) => speaker.id)
    case 'topic':
      return [...new Set(speakersToAsk(world, report).flatMap(({ topics }) => topics.map(({ id }) => id)))]
    case 'field':
      return nudgeableFields(world, parameter.fields, report)
    default:
      return null
  }
}

/** Whether a parameter that names an entity or a field accepts a value now, without a look at the others. */
export function isChoiceOfParameter(world: World, parameter: Parameter, value: Json, report: ReportFailure): boolean {
  switch (parameter.type) {
    case 'entity':
      return isEntityChoice(world, parameter.of, value, report)
    case 'field':
      return isNudgeable(world, parameter.fields, value, report)
    default:
      return false
  }
}
