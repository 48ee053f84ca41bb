import type { OfferedFunction } from '../play/offeredFunctions.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { viewAsks } from './viewAsks.ts'
import { viewExpecting, viewSpeakers } from './viewSpeakers.ts'

/** The open question of a present speaker, and the call that answers it; empty if there is none. */
export function formatQuestion(
  world: World,
  offered: readonly OfferedFunction[],
  report: ReportFailure,
): readonly string[] {
  const expecting = viewExpecting(world, report)
  if (expecting === null) return []
  const speaker = viewSpeakers(world, report).find(({ id }) => id === expecting.speakerId)
  const label = speaker?.topics.find(({ id }) => id === expecting.topicId)?.label ?? null
  const about = label === null ? '' : ` about ${label}`
  return [`- ${speaker?.name ?? 'Someone'} waits for an answer${about}.${howToAnswer(offered, expecting.speakerId)}`]
}

/** Words that name no other topic go to the open question. */
function howToAnswer(offered: readonly OfferedFunction[], speakerId: string): string {
  for (const { fn } of offered) {
    const asks = viewAsks(fn)
    if (asks === null || (asks.speakerId !== null && asks.speakerId !== speakerId)) continue
    const who = asks.speakerParameter === null ? '' : `${asks.speakerParameter} ${speakerId} and `
    return ` What the player says to that: ${fn.name}, with ${who}those words as ${asks.topicParameter}.`
  }
  return ''
}
