import { readGamebook, startState, worldOf, type Gamebook, type StoryState, type World } from '@llm-gamebook/story'
import { readFileSync } from 'node:fs'
import type { LanguageModelV4 } from '@ai-sdk/provider'
import { createBuiltinNarrator } from '../../../src/narrator/builtinNarrator.ts'
import type { Message } from '../../../src/messages/message.ts'
import { Answer } from '../../../src/engine/answer/answer.ts'
import type { Narrator } from '../../../src/models/narrator.ts'
import { toAnswerMessage, toPlayerMessage } from '../../../src/engine/answer/newMessages.ts'
import { stateAt } from '../../../src/engine/stateAt.ts'
import { runTurn } from '../../../src/engine/runTurn.ts'
import type { TurnRequest } from '../../../src/engine/turn.ts'
import { providers } from '../../../src/models/providers/providers.ts'

export interface PlayedTurn {
  readonly message: string | null
  /** `take {"item":"lantern"}`, with ` (refused)` if it was refused. */
  readonly calls: readonly string[]
  /** The engine's line for each change. */
  readonly lines: readonly string[]
  readonly text: string
}

/** Plays a gamebook with the built-in narrator through the engine, storing nothing; reloads in the middle. */
export async function playGamebook(gamebook: Gamebook, script: readonly string[], play: PlayOptions): Promise<Play> {
  const played = new Play(gamebook, play)
  await played.playTurn(null)
  for (const [index, message] of script.entries()) {
    if (index === Math.floor(script.length / 2)) played.reload()
    await played.playTurn(message)
  }
  return played
}

export function loadShipped(name: string): Gamebook {
  const path = new URL(`../../../../gamebooks/example/${name}/llm-gamebook.yaml`, import.meta.url)
  return loadYaml(readFileSync(path))
}

export function loadYaml(yaml: Uint8Array | string): Gamebook {
  const { gamebook, diagnostics } = readGamebook(typeof yaml === 'string' ? new TextEncoder().encode(yaml) : yaml)
  if (gamebook === null) throw new Error(JSON.stringify(diagnostics))
  return gamebook
}

/** As the server creates it, without a delay between words. */
export const builtinNarrator: Narrator = {
  model: createBuiltinNarrator({ wordDelayMs: 0 }),
  modelConfigId: 'builtin',
  snapshot: { configName: 'Built-in', provider: 'builtin', requestedModel: 'narrator', host: null, parameters: {} },
  prompt: providers.builtin.prompt,
  toolStyle: 'growing',
  contextWindow: { tokens: 32_768, source: 'default' },
  maxOutputTokens: 4096,
  callOptions: () => ({}),
  redact: (text) => text,
  secretForms: [],
  nearestModels: () => [],
  onRefused: () => {},
}

export interface PlayOptions {
  readonly model: LanguageModelV4
  readonly seed?: number
}

export class Play {
  readonly turns: PlayedTurn[] = []
  readonly gamebook: Gamebook
  readonly #narrator: Narrator
  readonly #seed: number
  #path: readonly Message[] = []
  #ids = 0

  constructor(gamebook: Gamebook, { model, seed = 1 }: PlayOptions) {
    this.gamebook = gamebook
    this.#seed = seed
    this.#narrator = { ...builtinNarrator, model }
  }

  get state(): StoryState {
    const last = this.#path.at(-1)
    if (last === undefined) return startState(this.#seed)
    return stateAt({ gamebook: this.gamebook, version: 'version' }, last).state
  }

  get world(): World {
    return worldOf(this.gamebook, this.state)
  }

  get ending(): string | null {
    const { ended } = this.state
    return ended !== undefined && 'title' in ended ? ended.title : null
  }

  get last(): PlayedTurn {
    const turn = this.turns.at(-1)
    if (turn === undefined) throw new Error('Nothing was played.')
    return turn
  }

  /** Continues from a copy, as after saving and loading. */
  reload(): void {
    this.#path = structuredClone(this.#path)
  }

  async playTurn(message: string | null): Promise<PlayedTurn> {
    const request: TurnRequest = {
      sessionId: 'session',
      gamebook: this.gamebook,
      gamebookVersion: 'version',
      path: this.#path,
      text: message,
      narrator: this.#narrator,
    }
    const tools = { newId: () => `id-${this.#ids++}`, now: () => '2026-01-01T00:00:00.000Z', emit: () => {} }
    const sent = message === null ? [] : [toPlayerMessage(request, message, this.state, tools)]
    const answer = new Answer(toAnswerMessage(request, sent[0] ?? null, this.state, tools), tools)
    await runTurn(request, answer, { signal: new AbortController().signal, onFault: raise })
    const stored = answer.endedSnapshot()
    if (stored.error !== null) throw new Error(JSON.stringify(stored.error))
    this.#path = [...this.#path, ...sent, stored]
    const turn = toTurn(message, stored)
    this.turns.push(turn)
    return turn
  }
}

function toTurn(message: string | null, { parts, receipts }: Message): PlayedTurn {
  return {
    message,
    calls: parts.flatMap((part) => {
      if (part.type !== 'tool-call') return []
      const isRefused = JSON.stringify(part.result).startsWith('{"result":"refused"')
      return [`${part.toolName} ${JSON.stringify(part.input)}${isRefused ? ' (refused)' : ''}`]
    }),
    lines: receipts.map(({ line }) => line).filter((line) => line !== ''),
    text: parts.map((part) => (part.type === 'text' ? part.text : '')).join(''),
  }
}

function raise(error: unknown): void {
  throw error
}
