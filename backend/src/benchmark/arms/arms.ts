import type { Gamebook } from '@llm-gamebook/story'

import type { PathMessage } from '../../messages/pathMessage.ts'
import { withoutConditions } from './withoutConditions.ts'
import { withoutFunctions } from './withoutFunctions.ts'

/** How much of the app a model has: each arm has what the one before it has, and more. */
export const ARMS = ['prompt', 'tools', 'conditions', 'full'] as const
export type Arm = (typeof ARMS)[number]

export interface ArmRules {
  /** Whether the model can call functions. */
  readonly hasCalls: boolean
  /** Whether its answers are taken as they are written. */
  readonly asWritten: boolean
  readonly toGamebook: (gamebook: Gamebook) => Gamebook
  readonly toPath: (path: readonly PathMessage[]) => readonly PathMessage[]
}

const same = <Value>(value: Value): Value => value

const RULES: Readonly<Record<Arm, ArmRules>> = {
  prompt: { hasCalls: false, asWritten: true, toGamebook: withoutFunctions, toPath: withoutCalls },
  tools: { hasCalls: true, asWritten: true, toGamebook: withoutConditions, toPath: same },
  conditions: { hasCalls: true, asWritten: true, toGamebook: same, toPath: same },
  full: { hasCalls: true, asWritten: false, toGamebook: same, toPath: same },
}

export const rulesOf = (arm: Arm): ArmRules => RULES[arm]

/** A model without functions must not see calls in the turns before. */
function withoutCalls(path: readonly PathMessage[]): readonly PathMessage[] {
  return path.map((message) => ({
    ...message,
    parts: message.parts.filter(({ type }) => type !== 'tool-call'),
    sentTools: null,
  }))
}
