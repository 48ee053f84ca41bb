import { STATE_VERSION, type StoryState } from './storyState.ts'

/** The parts of a state. Parts that are undefined or empty are left out of it. */
export type StateParts = Omit<StoryState, 'version' | OptionalPart> & {
  readonly [Part in OptionalPart]?: StoryState[Part] | undefined
}

type OptionalPart = 'ended' | 'visits' | 'discussed' | 'expecting' | 'nudged' | 'unknown'

/** Combines parts into a state with the lowest version that can read it and with its keys in a fixed order. */
export function createState(parts: StateParts): StoryState {
  const { entities, visited, triggers, rng, ended, visits, discussed, expecting, nudged, unknown } = parts
  if (ended === undefined && isOfVersion1(parts) && unknown === undefined)
    return { version: 1, entities, visited, triggers, rng }
  const partsOfVersion2 = {
    ...(visits !== undefined && !isEmpty(visits) && { visits }),
    ...(discussed !== undefined && !isEmpty(discussed) && { discussed }),
    ...(expecting !== undefined && { expecting }),
    ...(nudged !== undefined && { nudged }),
  }
  return {
    version: isEmpty(partsOfVersion2) ? 1 : STATE_VERSION,
    entities,
    visited,
    triggers,
    rng,
    ...(ended !== undefined && { ended }),
    ...partsOfVersion2,
    ...(unknown !== undefined && { unknown }),
  }
}

/** Most states are. */
function isOfVersion1({ visits, discussed, expecting, nudged }: StateParts): boolean {
  return visits === undefined && discussed === undefined && expecting === undefined && nudged === undefined
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0
}
