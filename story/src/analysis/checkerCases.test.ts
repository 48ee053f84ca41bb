import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { checkGamebook, type GamebookCheck } from './checkGamebook.ts'
import { ALWAYS_ENDS } from './describeCheck/describeEvent.ts'
import type { Finding } from './finding.ts'
import { observePlay } from './answers/observePlay.ts'
import { events } from './programs/event.ts'
import { listObservers } from './programs/observers.ts'
import type { Step } from './steps/step.ts'

const CASES = new URL('../testSupport/checkerCases/', import.meta.url)

function sourceOf(name: string): string {
  return readFileSync(new URL(`${name}.yaml`, CASES), 'utf8')
}

function check(name: string): GamebookCheck {
  return checkGamebook(sourceOf(name))
}

function codesOf({ findings }: GamebookCheck): readonly string[] {
  return findings.map(({ code }) => code)
}

/** What the engine says when it plays the path to an ending. */
function playedEnding({ gamebook, explored }: GamebookCheck, nodeId: string): unknown {
  const steps = explored?.endings.find((ending) => ending.nodeId === nodeId)?.steps
  if (gamebook === null || steps == null) return null
  return play(gamebook, steps).ended
}

function play(gamebook: NonNullable<GamebookCheck['gamebook']>, steps: readonly Step[]) {
  const seen: string[] = []
  const state = observePlay(
    { gamebook, observers: listObservers(gamebook), numberOf: () => undefined },
    steps,
    (events) => seen.push(...events),
    'always',
  )
  return { ended: state?.ended, seen }
}

function openOf({ summary }: GamebookCheck, question: string) {
  return summary?.open.find((open) => open.question === question)
}

describe('a safe whose dial must equal a field', () => {
  it('opens, and nobody gets stuck', () => {
    const found = check('safe')
    expect(playedEnding(found, 'rich')).toMatchObject({ node: 'rich' })
    expect(codesOf(found)).not.toContain('soft-lock')
    expect(openOf(found, ALWAYS_ENDS)).toBeUndefined()
  })
})

describe('an ending after 70,000 coins', () => {
  it('is shown, and that it is lost with one coin more', () => {
    const found = check('count')
    const [rich] = found.explored?.endings ?? []
    expect(rich).toMatchObject({ nodeId: 'rich', status: { kind: 'shown' }, isShortest: true })
    expect(rich?.steps?.length).toBe(70_001)
    expect(found.findings.map(({ code, witness }) => [code, witness?.length])).toEqual([['soft-lock', 70_001]])
    expect(found.explored?.isWhole).toBe(true)
  }, 120_000)
})

/** A gamebook of the cases with some of its parts replaced. */
function changed(name: string, ...replacements: readonly (readonly [part: string, replacement: string])[]): string {
  return replacements.reduce((before, [part, replacement]) => {
    if (!before.includes(part)) throw new Error(`${name} does not contain ${part}`)
    return before.replace(part, replacement)
  }, sourceOf(name))
}

describe('coins without end', () => {
  const isShownFailure = ({ code, status }: Finding) => code === 'expression-fails' && status.kind === 'shown'
  const noSpending = ['effects: [{state/add: {field: coins, amount: -1}}]', 'effects: []'] as const
  const exitIf = (condition: string) => ['enabled: player.coins > 0', `enabled: ${condition}`] as const
  const thiefIf = (condition: string) => ["town.current_node_id == 'markt'", condition] as const

  it('are no reason to leave anything open if rules only compare what is calculated with them', () => {
    const found = check('texterr')
    expect(found.summary?.open).toEqual([])
    expect(codesOf(found)).toEqual(['expression-fails', 'never-visible', 'value-never-equal', 'expression-fails'])
    expect(found.findings.every(({ isProven }) => isProven)).toBe(true)
  })

  it.each([
    ['10 / player.coins == 0.125', true],
    ['10 / player.coins < 0.26', true],
    ['2 - 30 / (player.coins * 2 - 7) == 32', true],
    ['2 - 30 / (player.coins * 2 - 7) == 17', false],
    ["town.current_node_id == 'inn' and 6 / (player.coins - 3) > 4", true],
    ["town.current_node_id == 'inn' and 6 / (player.coins - 3) > 6", false],
  ])('show the thief or never do: %s', (condition, isPossible) => {
    const found = checkGamebook(changed('texterr', thiefIf(condition)))
    expect(codesOf(found).includes('never-visible')).toBe(!isPossible)
    expect(found.explored?.isWhole).toBe(true)
  })

  it.each([
    ['10 / (player.coins - 70)', 69],
    ['2 * 10 / (70 - player.coins) + 1', 69],
    ['10 / (player.coins * 2 - 141)', null],
    ['player.coins * 3 / 4', null],
  ])('fail in a text or not: {{ %s }}', (shown, calls) => {
    const found = checkGamebook(changed('texterr', ['10 / player.coins }}', `${shown} }}`]))
    const [failure] = found.findings.filter(({ message }) => message.includes('market.description'))
    expect(failure?.witness?.length ?? null).toBe(calls)
    expect(found.explored?.isWhole).toBe(true)
  })

  it.each([
    ['10 / player.coins > 3', true],
    ['10 / player.coins == 2.5', true],
    ['10 / (player.coins - 5) > 3', true],
    ['10 / player.coins <= 3', false],
    ['10 / (player.coins - 5) > -3 and player.coins != 5', false],
  ])('lock the exit or not if they only grow: %s', (condition, isLocked) => {
    const found = checkGamebook(changed('texterr', noSpending, exitIf(condition)))
    expect(codesOf(found).includes('soft-lock')).toBe(isLocked)
    expect(openOf(found, ALWAYS_ENDS)).toBeUndefined()
  })

  it('leave the search open if they are multiplied', () => {
    const found = check('texterrSet')
    expect(found.explored?.isWhole).toBe(false)
    expect(openOf(found, ALWAYS_ENDS)?.reasons).toContainEqual({ kind: 'unbounded', variable: 'player.coins' })
  })

  it('are no reason to doubt a pit without an exit, which the coins do not matter to', () => {
    const withPit = changed(
      'texterrSet',
      ['[market, inn, out]', '[market, inn, out, pit]'],
      ['edges: [inn]', 'edges: [inn, pit]'],
      ['      - {name: Out', '      - {name: Pit, description: A pit.}\n      - {name: Out'],
    )
    const { findings, summary } = checkGamebook(withPit)
    const [lock] = findings.filter(({ code }) => code === 'soft-lock')
    expect(lock?.witness).toEqual([{ function: 'go_to', args: { to: 'pit' }, rolls: [] }])
    expect(lock?.isProven).toBe(true)
    expect(summary?.open.map(({ question }) => question)).not.toContain(ALWAYS_ENDS)
    const exit = '{name: Pit, description: A pit., edges: [{to: market, enabled: player.coins * player.coins == 49}]}'
    const found = checkGamebook(withPit.replace('{name: Pit, description: A pit.}', exit))
    expect(codesOf(found)).not.toContain('soft-lock')
  }, 60_000)

  it('leave open whether a path is the shortest', () => {
    expect(check('texterrSet').explored?.endings.map(({ isShortest }) => isShortest)).toEqual([false])
  })

  it('divide by zero in a text and in a condition of a person', () => {
    const { findings, gamebook } = check('texterr')
    const failures = findings.filter(isShownFailure)
    expect(failures).toHaveLength(2)
    for (const [index, where] of ['market.description', 'guard.enabled'].entries()) {
      const { message, witness } = failures[index] ?? {}
      expect(message).toContain(where)
      expect(gamebook && witness && play(gamebook, witness).seen).toContain(events.failure(where))
    }
  })

  it('never show the thief, who is where no place is', () => {
    const [thief] = check('texterr').findings.filter(({ code }) => code === 'value-never-equal')
    expect(thief?.message).toContain('markt')
    expect(thief?.isProven).toBe(true)
    expect(codesOf(check('texterrSet'))).toContain('never-visible')
  })
})

describe('six things in six rooms, of which the key matters', () => {
  it('is decided whole', () => {
    const found = check('items-6-6')
    expect(found.explored?.isWhole).toBe(true)
    expect(playedEnding(found, 'out')).toMatchObject({ node: 'out' })
    expect(codesOf(found)).not.toContain('soft-lock')
  })

  it('has a soft lock in a room without an exit, whatever the limits', () => {
    for (const maxStates of [50, 1000, undefined]) {
      const found = checkGamebook(sourceOf('items-6-6-pit'), maxStates === undefined ? {} : { maxStates })
      expect(codesOf(found)).toContain('soft-lock')
    }
  })
})

describe('other gamebooks', () => {
  it('open a door behind twenty levers', () => {
    expect(playedEnding(check('levers'), 'out')).toMatchObject({ node: 'out' })
  })

  it('have no ending at all', () => {
    expect(codesOf(check('noending'))).toContain('no-ending')
  })

  it('have a map that the narrator never receives', () => {
    const [finding] = check('noinstr').findings
    expect(finding).toMatchObject({ code: 'map-not-sent', isProven: true })
  })

  it('move an item that is secret', () => {
    expect(codesOf(check('secret-item'))).toContain('secret-item-moved')
  })
})

describe('mistakes in a file', () => {
  it('are named by the line that is indented too far', () => {
    const [error, ...others] = check('misindent').diagnostics
    expect(others).toEqual([])
    expect(error).toMatchObject({ code: 'yaml-syntax', line: 74 })
    expect(error?.message).toContain('1 space too many')
  })

  it('are curly quotes, with what to type instead', () => {
    const [error, ...others] = check('curly').diagnostics
    expect(others).toEqual([])
    expect(error).toMatchObject({ code: 'expression-parse', hint: expect.stringContaining("Type ' instead") })
  })
})
