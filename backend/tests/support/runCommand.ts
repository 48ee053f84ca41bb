import { runCli } from '../../src/cli/runCli.ts'
import { makeFolder } from './gamebookFolder.ts'
import { GARDEN } from './garden.ts'

export const FILE = 'llm-gamebook.yaml'

interface RunOptions {
  readonly lines?: readonly string[]
  /** Unless it says otherwise, the folder is the data folder, too. */
  readonly environment?: NodeJS.ProcessEnv
  readonly interrupt?: AbortSignal
}

/** What a command writes, why it failed (which is a part of it), and its exit status. */
export async function run(
  folder: string,
  words: string | readonly string[],
  { lines = [], environment = {}, interrupt = new AbortController().signal }: RunOptions = {},
) {
  let written = ''
  let errors = ''
  const status = await runCli(typeof words === 'string' ? words.split(' ') : words, {
    write: (text) => void (written += text),
    writeError(text) {
      written += text
      errors += text
    },
    status: () => {},
    isWatched: false,
    folder,
    environment: { LLM_GAMEBOOK_DATA_DIR: folder, ...environment },
    interrupt: () => interrupt,
    async *lines() {
      yield* lines
    },
  })
  return { status, written, errors }
}

export const TOWER = `title: The Tower
entity_types:
  - name: Places
    instructions: Tell of the places.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - {id: tower, node_ids: [yard, roof, ditch], functions: [{target: transition, name: go_to}]}
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Yard, description: Cobbles., edges: [roof]}
      - {name: Roof, description: Wind., edges: [yard], ending: {title: The View, kind: good}}
      - {name: Ditch, description: Mud., ending: {title: The Fall, kind: bad}}
  - name: Person
    instructions: Play them.
    traits: [described]
    fields: {courage: {type: integer, default: 1}}
    entities:
      - name: Player
        description: You.
        functions:
          - name: dare
            enabled: player.courage == 1
            check: {roll: 2d6, at_least: 8, on_success: [{state/add: {field: courage, amount: 1}}], on_failure: [{state/add: {field: courage, amount: -1}}]}
        triggers:
          - {id: falls, condition: player.courage == 0, name: graph/transition, args: {entity_id: tower, to: ditch}}
`

export const folders = () => makeFolder({ [`test/garden/${FILE}`]: GARDEN, [`test/tower/${FILE}`]: TOWER })
