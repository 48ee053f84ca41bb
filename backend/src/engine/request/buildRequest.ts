import type { LanguageModelV4CallOptions, LanguageModelV4FunctionTool } from '@ai-sdk/provider'
import { buildOpening, buildSystemText, buildTools, buildTurnText, type ToolDefinition } from '@llm-gamebook/story'

import { buildNarratorInput } from './buildNarratorInput.ts'
import { toHistory, toSteps, toUser } from './history.ts'
import type { RequestInput } from './requestInput.ts'

/** One request to the model: instructions, history, the state of this turn before the player's message, and tools. */
export function buildRequest(input: RequestInput): LanguageModelV4CallOptions {
  const { turn, world, answer, offersTools, closing, report, callOptions } = input
  const { provider } = turn.narrator.snapshot
  const isBuiltin = provider === 'builtin'
  // DeepSeek takes strict tools only at an address for trials, and its package refuses them elsewhere.
  const takesStrict = provider !== 'deepseek'
  const opening = buildOpening(turn.gamebook)
  const ask = turn.words ?? opening
  const state = buildTurnText(world, report)
  const steps = toSteps(answer.parts, turn.narrator.snapshot)
  const tools =
    offersTools && turn.words !== null ? buildTools(world, report).map((tool) => toFunctionTool(tool, takesStrict)) : []
  return {
    prompt: [
      { role: 'system', content: buildSystemText(turn.gamebook) },
      ...toHistory(turn.path, opening, turn.narrator.snapshot),
      ...(closing === null
        ? [toUser(ask === null ? state : `${state}\n\n${ask}`), ...steps]
        : [toUser(ask ?? 'Begin.'), ...steps, toUser(`${state}\n\n${CLOSING}`)]),
    ],
    ...callOptions,
    ...(tools.length > 0 && { tools, toolChoice: { type: 'auto' } as const }),
    ...(isBuiltin && { providerOptions: { builtin: { ...buildNarratorInput(input) } } }),
  }
}

/** Requests the last words of a story that a trigger ended. */
const CLOSING = 'Continue from your last words and narrate how the story ends.'

function toFunctionTool(
  { name, description, strict, parameters }: ToolDefinition,
  takesStrict: boolean,
): LanguageModelV4FunctionTool {
  return {
    type: 'function',
    name,
    description,
    ...(takesStrict && { strict }),
    inputSchema: {
      ...parameters,
      required: [...parameters.required],
      properties: Object.fromEntries(
        Object.entries(parameters.properties).map(([key, value]) => [key, toSchema(value)]),
      ),
    },
  }
}

type Schema = LanguageModelV4FunctionTool['inputSchema']

function toSchema({ type, enum: choices, ...rest }: ToolDefinition['parameters']['properties'][string]): Schema {
  return {
    ...rest,
    type: typeof type === 'string' ? type : [...type],
    ...(choices !== undefined && { enum: [...choices] }),
  }
}
