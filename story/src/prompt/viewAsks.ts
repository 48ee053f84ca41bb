import { builtInParameters } from '../actions/builtInParameters.ts'
import { Computed } from '../expressions/expression.ts'
import type { GamebookFunction } from '../gamebook/gamebook.ts'
import type { AsksView } from './view.ts'

/** How a function names the speaker and the topic; null if it doesn't leave the topic to the player. */
export function viewAsks(fn: GamebookFunction): AsksView | null {
  const { mainAction } = fn
  if (mainAction?.kind !== 'action' || mainAction.action !== 'talk/ask') return null
  const speaker = mainAction.args.get('entity_id')
  const speakerId = typeof speaker === 'string' ? speaker : null
  const speakerParameter = parameterIn(speaker)
  const topicParameter = builtInParameters(fn).includes('topic') ? 'topic' : parameterIn(mainAction.args.get('topic'))
  if (topicParameter === null || (speakerId === null && speakerParameter === null)) return null
  const declared = fn.parameters.get(topicParameter)?.type ?? 'topic'
  return declared === 'topic' || declared === 'text' ? { speakerId, speakerParameter, topicParameter } : null
}

/** The name of a parameter that a value takes over as it is: `=param.who`. */
function parameterIn(value: unknown): string | null {
  if (!(value instanceof Computed)) return null
  const { root } = value.expression
  if (root.kind !== 'path' || root.head.name !== 'param') return null
  const [step, ...further] = root.steps
  return step !== undefined && further.length === 0 ? step.name : null
}
