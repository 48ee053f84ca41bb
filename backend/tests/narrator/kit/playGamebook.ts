import {
  callFunction,
  readGamebook,
  startState,
  viewStory,
  worldOf,
  type Gamebook,
  type StoryState,
  type World,
} from '@llm-gamebook/story'
import { readFileSync } from 'node:fs'
import type { LanguageModelV4 } from '@ai-sdk/provider'
import { z } from 'zod'
import type { NarratorInput } from '../../../src/narrator/narratorInput.ts'
import { callOptions } from './collect.ts'

export interface PlayedTurn {
  readonly words: string | null
  readonly calls: readonly string[]
  readonly text: string
}

/** Plays a shipped gamebook with the built-in narrator, as the engine would, without storing anything. */
export async function playGamebook(name: string, script: readonly string[], narrator: LanguageModelV4): Promise<Play> {
  const play = new Play(loadGamebook(name), narrator)
  await play.take(null)
  for (const words of script) await play.take(words)
  return play
}

function loadGamebook(name: string): Gamebook {
  const path = new URL(`../../../../gamebooks/example/${name}/llm-gamebook.yaml`, import.meta.url)
  const { gamebook, diagnostics } = readGamebook(readFileSync(path))
  if (gamebook === null) throw new Error(`${name}: ${JSON.stringify(diagnostics)}`)
  return gamebook
}

export class Play {
  readonly turns: PlayedTurn[] = []
  #state: StoryState = startState(1)
  readonly #told = new Set<string>()
  #cameFrom: Record<string, string> = {}

  readonly gamebook: Gamebook
  readonly narrator: LanguageModelV4

  constructor(gamebook: Gamebook, narrator: LanguageModelV4) {
    this.gamebook = gamebook
    this.narrator = narrator
  }

  get world(): World {
    return worldOf(this.gamebook, this.#state)
  }

  get ending(): string | null {
    const { ended } = this.#state
    return ended !== undefined && 'title' in ended ? ended.title : null
  }

  async take(words: string | null): Promise<void> {
    const before = words === null ? null : viewStory(this.world, ignore)
    const results: NarratorInput['results'][number][] = []
    const calls: string[] = []
    for (let step = 0; step < 8; step++) {
      const view = viewStory(this.world, ignore)
      const shown = words === null ? { ...view, functions: [] } : view
      const options = callOptions({
        view,
        before,
        words,
        turn: this.turns.length,
        results,
        told: [...this.#told],
        cameFrom: this.#cameFrom,
      })
      const { content } = await this.narrator.doGenerate({
        ...options,
        ...(shown.functions.length === 0 ? { tools: [] } : {}),
      })
      const [part] = content
      if (part?.type === 'text') {
        this.turns.push({ words, calls, text: part.text })
        break
      }
      if (part?.type !== 'tool-call') throw new Error('The narrator answers with a text or a call.')
      calls.push(this.#call(part.toolName, part.input, results))
    }
    for (const { nodeId } of viewStory(this.world, ignore).places) this.#told.add(nodeId)
  }

  #call(name: string, input: string, results: NarratorInput['results'][number][]): string {
    const args = z.record(z.string(), z.string()).parse(JSON.parse(input))
    const outcome = callFunction(this.world, { function: name, args, by: 'tool' }, () => {})
    this.#state = outcome.state
    for (const { entity, before } of outcome.receipts.flatMap(({ changes }) => changes)) {
      if (typeof before === 'string') this.#cameFrom = { ...this.#cameFrom, [entity]: before }
    }
    const { result } = outcome
    results.push(
      result.result === 'success'
        ? { function: name, result: 'success', facts: [...result.facts] }
        : { function: name, result: 'refused', reason: result.reason },
    )
    return `${name} ${args['to'] ?? ''}${result.result === 'refused' ? ' (refused)' : ''}`.trim()
  }
}

function ignore(): void {}
