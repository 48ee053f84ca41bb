import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { playRun } from '../analysis/randomPlay/playRun.ts'
import { Coverage } from '../analysis/randomPlay/coverage.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import type { Gamebook } from '../gamebook/gamebook.ts'
import { buildSystemText } from '../prompt/buildSystemText.ts'
import { buildTools } from '../prompt/buildTools.ts'
import { buildTurnText } from '../prompt/buildTurnText.ts'
import { buildGrowingTools, listToolNames } from '../prompt/growingTools.ts'
import { viewPanel } from '../prompt/viewPanel.ts'
import { startState } from '../state/storyState.ts'
import type { World } from '../state/world.ts'
import { FULL } from '../testSupport/full.ts'
import { HARBOUR } from '../testSupport/harbour.ts'
import { readGamebook } from '../format/readGamebook.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { parseBook } from '../testSupport/parseBook.ts'
import { TOWER } from '../testSupport/tower.ts'
import { WELL } from '../testSupport/well.ts'
import { isRevealed } from '../traits/visibility.ts'
import { worldOf } from '../traits/worldOf.ts'
import { callFunction, type CallOutcome } from './callFunction.ts'
import { receiptForPlayer } from './receiptForPlayer.ts'
import { receiptLine } from './receiptLine.ts'
import { runTriggers } from './runTriggers.ts'

const GAMEBOOKS = new URL('../../../gamebooks/example/', import.meta.url)
const SOURCES: Readonly<Record<string, string>> = {
  full: FULL,
  harbour: HARBOUR,
  tower: TOWER,
  well: WELL,
  'well at midnight': readFileSync(new URL('../testSupport/wellAtMidnight.yaml', import.meta.url), 'utf8'),
  pickpocket: readFileSync(new URL('../testSupport/checkerCases/secret-item.yaml', import.meta.url), 'utf8'),
  'salt lantern': readFileSync(new URL('../testSupport/salt-lantern.yaml', import.meta.url), 'utf8'),
  ...Object.fromEntries(
    readdirSync(GAMEBOOKS).map((folder) => [
      folder,
      readFileSync(new URL(`${folder}/llm-gamebook.yaml`, GAMEBOOKS), 'utf8'),
    ]),
  ),
}
const ignore = (): void => {}

describe.each(Object.entries(SOURCES))('a play of %s', (_, source) => {
  it('names no entity before it is revealed', () => {
    expect(findLeaks(loadGamebook(source), [1, 2, 3])).toEqual([])
  })

  it('names none of its entities if they are secret', () => {
    const { entities } = parseBook(source)
    const every = Math.ceil(entities.length / MOST_VARIANTS)
    const variants = entities.flatMap(({ id }, index) => (index % every === 0 ? withSecret(source, String(id)) : []))
    expect(variants.length).toBeGreaterThan(2)
    expect(variants.flatMap((gamebook) => findLeaks(gamebook, [1]))).toEqual([])
  })
})

const MOST_VARIANTS = 12

/** The gamebook with one more secret, which no text of the author names; empty if it has errors then. */
function withSecret(source: string, id: string): readonly Gamebook[] {
  const { top, entities } = parseBook(source)
  const entity = entities.find((one) => one['id'] === id) ?? {}
  Object.assign(entity, { secret: true, reveal_when: undefined })
  if (typeof entity['name'] === 'string') entity['name'] = `Zq ${id}`
  const reference = new RegExp(`(?<![A-Za-z0-9_.])${id}(?![A-Za-z0-9_])`, 'g')
  const text = JSON.stringify(top, (key, value: unknown) => {
    if (key === 'properties') return undefined
    if (key === 'details') return { something: 'Words.' }
    if (typeof value !== 'string' || key === 'name') return value
    return PROSE.has(key) ? 'Words.' : value.replaceAll(reference, `zq_${id}`)
  })
  const { gamebook } = readGamebook(text)
  return gamebook === null ? [] : [gamebook]
}

const PROSE = new Set([
  'description',
  'instructions',
  'label',
  'otherwise',
  'text',
  'narrate',
  'first_visit',
  'say',
  'hint',
  'caption',
  'title',
  'style',
  'opening',
  'role',
])

/** Plays at random, and lists what names a hidden entity to the model or to the player. */
function findLeaks(gamebook: Gamebook, seeds: readonly number[]): readonly string[] {
  if (indexOf(gamebook).secrets.length === 0) return []
  const leaks = new Set<string>()
  for (const seed of seeds) {
    const start = worldOf(gamebook, startState(seed))
    const begun = runTriggers(start, ignore)
    let world: World = { ...start, state: begun.state }
    leaksIn(world, shownOf(world, null)).forEach((leak) => leaks.add(leak))
    const { steps } = playRun(gamebook, { seed, maxSteps: 40, mustEnd: false, coverage: new Coverage(gamebook) })
    for (const { function: name, args } of steps) {
      const outcome = callFunction(world, { function: name, args, by: 'tool' }, ignore)
      world = { ...world, state: outcome.state }
      leaksIn(world, shownOf(world, outcome)).forEach((leak) => leaks.add(leak))
    }
  }
  return [...leaks]
}

function shownOf(world: World, outcome: CallOutcome | null): Readonly<Record<string, string>> {
  const receipts = outcome?.receipts ?? []
  return {
    'system text': buildSystemText(world.gamebook),
    'state of the turn': buildTurnText(world, ignore),
    'narrow tools': JSON.stringify(buildTools(world, ignore)),
    tools: JSON.stringify(buildGrowingTools(world.gamebook, listToolNames(world, ignore))),
    result: JSON.stringify(outcome?.result ?? null),
    panel: JSON.stringify(viewPanel(world, ignore)),
    lines: receipts.map((receipt) => receiptLine(world, receipt)).join('\n'),
    receipts: JSON.stringify(receipts.map((receipt) => receiptForPlayer(world, receipt))),
  }
}

function leaksIn(world: World, shown: Readonly<Record<string, string>>): readonly string[] {
  const hidden = indexOf(world.gamebook).secrets.filter((entity) => !isRevealed(world, entity))
  return hidden.flatMap(({ id, described }) => {
    const name = described?.name.kind === 'constant' ? described.name.text : id
    return Object.entries(shown).flatMap(([where, text]) =>
      hasWord(text, id) || hasWord(text, name)
        ? [`${id} in ${where}: ${around(text, hasWord(text, id) ? id : name)}`]
        : [],
    )
  })
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + word.length)]
    if (!/[A-Za-z0-9_]/.test(before) && !/[A-Za-z0-9_]/.test(after)) return true
  }
  return false
}

function around(text: string, word: string): string {
  const at = text.indexOf(word)
  return text.slice(Math.max(0, at - 60), at + word.length + 60)
}
