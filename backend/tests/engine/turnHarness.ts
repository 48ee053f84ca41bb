import type { LanguageModelV4 } from '@ai-sdk/provider'
import { readGamebook, type Gamebook } from '@llm-gamebook/story'

import { openDatabase, type Database } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { saveGamebookVersion } from '../../src/db/models/gamebookVersion.ts'
import type { Message } from '../../src/messages/message.ts'
import { findMessage } from '../../src/db/models/messageQueries.ts'
import { insertSession } from '../../src/db/models/session.ts'
import { createTurnStore } from '../../src/db/turnStore.ts'
import type { StartedTurn } from '../../src/engine/turn.ts'
import type { Narrator } from '../../src/models/narrator.ts'
import { createTurnEngine, type TurnEngine } from '../../src/engine/turnEngine.ts'
import type { TurnEvent } from '../../src/engine/turnEvent.ts'
import type { TurnStore } from '../../src/engine/turnStore.ts'
import { systemClock } from '../../src/clock.ts'
import { plainPrompt } from '../../src/models/promptRules.ts'
import { EMPTY_CONTEXT } from '../../src/sessions/sessionContext.ts'
import type { SessionSettings } from '../../src/sessions/sessionSettings.ts'
import { keyCipher } from '../support/keyCipher.ts'

const { newId } = systemClock

export const SMALL_BOOK = `
title: The Garden Gate
description: A gate that was not there yesterday.
entity_types:
  - name: Path
    instructions: Move only when the player walks on.
    traits: [{name: graph, node_type_id: Spot}]
    entities:
      - id: path
        node_ids: [lawn, gate, orchard]
        functions: [{target: transition, name: walk_to, description: The player walks on.}]
  - name: Spot
    traits: [described, graph_node]
    entities:
      - {name: Lawn, description: Wet grass., edges: [gate]}
      - {name: Gate, description: Green iron., edges: [lawn, {to: orchard, enabled: "visited(path, 'lawn')"}]}
      - {name: Orchard, description: Lanterns for fruit., ending: {title: Home, kind: good}}
`
const VERSION = 'version-1'
const NOW = '2026-11-22T10:00:00.000Z'

export interface Play {
  readonly db: Database
  readonly engine: TurnEngine
  readonly events: TurnEvent[]
  readonly faults: unknown[]
  readonly lost: Message[]
  readonly sessionId: string
  /** Starts a turn under the messages so far. */
  start(
    model: LanguageModelV4,
    words: string | null,
    path?: readonly Message[],
    callOptions?: Narrator['callOptions'],
  ): StartedTurn
  /** Takes a turn to its end, and gives back the path with the stored messages. */
  playTurn(model: LanguageModelV4, words: string | null, path?: readonly Message[]): Promise<readonly Message[]>
  stored(id: string): Promise<Message>
}

/** A session of a small gamebook, over a real database. Its dice have seed 7. */
export async function startPlay(
  source = SMALL_BOOK,
  wrapStore: (store: TurnStore) => TurnStore = (store) => store,
  settings: Partial<SessionSettings> = {},
): Promise<Play> {
  const db = await openDatabase({ kind: 'sqlite', file: ':memory:' })
  await migrate(db, { keyCipher })
  const sessionId = newId()
  await saveGamebookVersion(db, { hash: VERSION, gamebookId: 'test/gate', source, createdAt: NOW })
  await insertSession(db, {
    id: sessionId,
    gamebookId: 'test/gate',
    title: 'Gate',
    modelConfigId: null,
    headId: null,
    createdAt: NOW,
    updatedAt: NOW,
  })
  const events: TurnEvent[] = []
  const faults: unknown[] = []
  const lost: Message[] = []
  const now = (): string => NOW
  const engine = createTurnEngine({
    store: wrapStore(createTurnStore(db, now)),
    emit: (_, event) => events.push(event),
    onFault: (fault) => faults.push(fault),
    onLost: (answer) => lost.push(answer),
    newId,
    now,
    wait: systemClock.wait,
    newSeed: () => 7,
  })
  const gamebook = loadBook(source)
  const start: Play['start'] = (model, words, path = [], callOptions = () => ({})) =>
    engine.start({
      sessionId,
      gamebook,
      gamebookVersion: VERSION,
      path,
      text: words,
      context: { ...EMPTY_CONTEXT, settings: { ...EMPTY_CONTEXT.settings, ...settings } },
      narrator: {
        model,
        modelConfigId: newId(),
        snapshot: {
          configName: 'Fake',
          provider: 'openai-compatible',
          requestedModel: 'fake',
          host: 'localhost:1',
          parameters: {},
        },
        prompt: plainPrompt,
        toolStyle: 'growing',
        contextWindow: { tokens: 32_768, source: 'default' },
        maxOutputTokens: 4096,
        callOptions,
        redact: (words) => words,
        secretForms: [],
        nearestModels: () => [],
        onRefused: () => {},
      },
    })
  const stored: Play['stored'] = async (id) => {
    const message = await findMessage(db, sessionId, id)
    if (message === undefined) throw new Error(`There is no message ${id}.`)
    return message
  }
  return {
    db,
    engine,
    events,
    faults,
    lost,
    sessionId,
    start,
    stored,
    async playTurn(model, words, path = []) {
      const turn = start(model, words, path)
      await turn.ended
      return [...path, ...(turn.message === null ? [] : [turn.message]), await stored(turn.answerId)]
    },
  }
}

export function loadBook(source: string): Gamebook {
  const { gamebook, diagnostics } = readGamebook(source)
  if (gamebook === null) throw new Error(JSON.stringify(diagnostics))
  return gamebook
}
