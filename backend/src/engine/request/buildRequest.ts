import type { LanguageModelV4CallOptions, LanguageModelV4FunctionTool } from '@ai-sdk/provider'
import { buildOpening, buildSystemText, buildTools, buildTurnText, type ToolDefinition } from '@llm-gamebook/story'

import { NARRATOR_INPUT_KEY } from '../../narrator/narratorInput.ts'
import { buildNarratorInput } from './buildNarratorInput.ts'
import { toHistory, toSteps, toUser } from './history.ts'
import type { RequestInput } from './requestInput.ts'

/** One request to the model: instructions, history, the state of this turn before the player's message, and tools. */
export function buildRequest(input: RequestInput): LanguageModelV4CallOptions {
  const { turn, world, answer, offersTools, closing, narrations, report, callOptions } = input
  const { prompt: rules, snapshot } = turn.narrator
  const reader = { provider: snapshot.provider, host: snapshot.host, rules }
  const opening = buildOpening(turn.gamebook)
  const message = turn.text ?? opening
  const state = buildTurnText(world, report, narrations)
  const steps = toSteps(answer.parts, reader)
  const tools =
    offersTools && turn.text !== null
      ? buildTools(world, report).map((tool) => toFunctionTool(tool, rules.strictTools))
      : []
  return {
    prompt: [
      { role: 'system', content: buildSystemText(turn.gamebook) },
      ...toHistory(turn.path, opening, reader),
      ...(closing === null
        ? [toUser(message === null ? state : `${state}\n\n${message}`), ...steps]
        : [
            toUser(message ?? 'Begin.'),
            ...steps,
            toUser(`${state}\n\n${world.state.ended === undefined ? CONTINUE : CLOSING}`),
          ]),
    ],
    ...callOptions,
    ...(tools.length > 0 && { tools, toolChoice: { type: 'auto' } as const }),
    ...(rules.readsStoryView && { providerOptions: { [NARRATOR_INPUT_KEY]: { ...buildNarratorInput(input) } } }),
  }
}

/** Requests what happens by itself at the end of a turn. */
const CONTINUE = 'Continue from your last words and narrate what happens now.'

/** Requests the last words of a story that a trigger ended. */
const CLOSING = 'Continue from your last words and narrate how the story ends.'

function toFunctionTool(
  { name, description, strict, parameters }: ToolDefinition,
  isStrict: boolean,
): LanguageModelV4FunctionTool {
  return {
    type: 'function',
    name,
    description,
    ...(isStrict && { strict }),
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
