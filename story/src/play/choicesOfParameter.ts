import { entityChoices } from '../actions/entityChoices.ts'
import { nudgeableFields } from '../actions/nudge.ts'
import type { Parameter } from '../gamebook/gamebook.ts'
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
