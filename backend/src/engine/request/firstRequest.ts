import type { LanguageModelV4CallOptions } from '@ai-sdk/provider'
import { type StoryState, worldOf } from '@llm-gamebook/story'

import type { ConfiguredCallOptions } from '../../models/parameters/callOptions.ts'
import type { TurnRequest } from '../turn.ts'
import { buildRequest } from './buildRequest.ts'
import { TurnPrompt } from './turnPrompt.ts'

/**
 * The first request of a turn. Without call options, it has no parameters of a model config.
 * @param state before the turn
 */
export function buildFirstRequest(
  turn: TurnRequest,
  state: StoryState,
  callOptions: ConfiguredCallOptions = {},
): LanguageModelV4CallOptions {
  const world = worldOf(turn.gamebook, state)
  const report = (): void => {}
  const prompt = new TurnPrompt({ turn, world, narrations: [], report })
  return buildRequest({
    turn,
    world,
    answer: { parts: [], receipts: [] },
    texts: prompt.nextStep(world, [], true),
    offersTools: true,
    closing: null,
    narrations: [],
    report,
    callOptions,
  })
}
