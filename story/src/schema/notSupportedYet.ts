import type { Place } from '../reading/place.ts'
import { report } from '../reading/reporter.ts'

/** Reports what the format has but the engine does not do yet: never ignored, since the story would play otherwise. */
export function notSupportedYet(place: Place, feature: string): void {
  report(
    place,
    'not-supported-yet',
    `This version of the engine does not do this yet: ${feature}.`,
    'Leave it out for now: a later version will do it.',
  )
}
