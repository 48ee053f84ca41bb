import type { LanguageModelV4CallOptions, LanguageModelV4Message } from '@ai-sdk/provider'
import {
  buildGrowingTools,
  buildOpeningText,
  buildSystemText,
  buildTextProtocol,
  buildTools,
  listToolNames,
  type ToolDefinition,
} from '@llm-gamebook/story'

import { markHistory } from '../../models/promptCache/markHistory.ts'
import { mergeOptions } from '../../models/promptCache/mergeOptions.ts'
import { sessionCacheId } from '../../models/promptCache/sessionCacheId.ts'
import { worldLimitOf } from '../memory/budget.ts'
import { NARRATOR_INPUT_KEY } from '../../narrator/narratorInput.ts'
import { buildNarratorInput } from './buildNarratorInput.ts'
import { chooseTools } from './chooseTools.ts'
import { toFunctionTools } from './functionTools.ts'
import { toHistory, toSteps, toUser } from './history.ts'
import type { HistoryReader } from './partMessages.ts'
import type { TurnRequest } from '../turn.ts'
import type { RequestInput } from './requestInput.ts'
import { toTextPrompt } from './textPrompt.ts'

/** One request to the model: tools, system text, history, the state before the player's message, and the steps so far. */
export function buildRequest(input: RequestInput): LanguageModelV4CallOptions {
  const { turn, answer, texts, callOptions } = input
  const { prompt: rules, toolStyle } = turn.narrator
  const { history, user } = buildMessages(turn, texts.user)
  const tools = listTools(input)
  const protocol = toolStyle === 'text' ? buildTextProtocol(tools) : ''
  const toolOptions = toolStyle === 'text' ? {} : toToolOptions(tools, input)
  const providerOptions = mergeOptions(
    callOptions.providerOptions,
    rules.cache.nameSession(sessionCacheId(turn.sessionId)),
    toolOptions.providerOptions,
    rules.readsStoryView ? { [NARRATOR_INPUT_KEY]: { ...buildNarratorInput(input) } } : undefined,
  )
  const system = [buildSystemText(turn.gamebook, turn.context?.settings, worldLimitOf(turn.narrator)), protocol]
  const prompt: readonly LanguageModelV4Message[] = [
    { role: 'system', content: system.filter((text) => text !== '').join('\n\n') },
    ...markHistory(history, rules.cache.markedRole),
    toUser(user),
    ...toSteps(answer.parts, readerOf(turn), texts.updates),
    ...(texts.closing === null ? [] : [toUser(texts.closing)]),
  ]
  return {
    prompt: toolStyle === 'text' ? toTextPrompt(prompt) : [...prompt],
    ...callOptions,
    ...toolOptions,
    ...(providerOptions !== undefined && { providerOptions }),
  }
}

/** The model that receives the requests of a turn. */
export function readerOf({ narrator: { prompt, snapshot } }: Pick<TurnRequest, 'narrator'>): HistoryReader {
  return { provider: snapshot.provider, host: snapshot.host, rules: prompt }
}

/** The turns before, and the last message of the user. What replaces turns that were left out comes first. */
function buildMessages(turn: TurnRequest, text: string) {
  const { head, kept } = turn.recalled ?? { head: null, kept: turn.path }
  const history = toHistory(kept, head ?? buildOpeningText(turn.gamebook), readerOf(turn))
  return { history, user: history.length === 0 && head !== null ? `${head}\n\n${text}` : text }
}

/** The tools may be called, except in the opening and in the last steps, which are to be written. */
function toToolOptions(tools: readonly ToolDefinition[], input: RequestInput): ReturnType<typeof chooseTools> {
  const { turn, world, offersTools, closing, report } = input
  const { strictTools, cache } = turn.narrator.prompt
  return chooseTools(toFunctionTools(tools, strictTools), {
    cache,
    mayCall: offersTools && turn.text !== null && closing === null,
    callable: listToolNames(world, report),
  })
}

/** A list that grows stays in the opening and in the last step too: without it, nothing after it could be cached. */
function listTools({ turn, world, offersTools, closing, texts, report }: RequestInput): readonly ToolDefinition[] {
  if (turn.narrator.toolStyle !== 'narrow') return buildGrowingTools(turn.gamebook, texts.toolNames)
  return offersTools && turn.text !== null && closing === null ? buildTools(world, report) : []
}
