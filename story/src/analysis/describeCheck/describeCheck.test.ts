import { describe, expect, it } from 'vitest'

import { TOWER } from '../../testSupport/tower.ts'
import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { checkGamebook, type EndingPath } from '../checkGamebook.ts'
import { events } from '../programs/event.ts'
import type { Reason } from '../verdict/reason.ts'
import type { CheckProgress, CheckSummary } from './checkSummary.ts'
import { describeAlways, describeEvent } from './describeEvent.ts'
import { describeEnding } from './describeEnding.ts'
import { describeProgress, progressShare } from './describeProgress.ts'
import { describeReason } from './describeReason.ts'
import { describeStatus } from './describeStatus.ts'
import { describeSummary } from './describeSummary.ts'

const decided: CheckSummary = { states: 1200, calls: 1, milliseconds: 420, questions: 214, decided: 214, open: [] }
const reached = (name: string, reason: Reason) => ({
  question: `whether "${name}" can be entered`,
  reasons: [reason] as const,
})
const limit: Reason = { kind: 'limit', of: 'states', value: 300_000 }
const coins: Reason = { kind: 'unbounded', variable: 'player.coins' }
const open: CheckSummary = {
  ...decided,
  decided: 208,
  open: [...['a', 'b', 'c', 'd', 'e'].map((name) => reached(name, limit)), reached('vault', coins)],
}
const warning = { severity: 'warning' } as const
const note = { severity: 'note' } as const

describe('the summary', () => {
  it.each([
    [decided, [], 'No problems found: all 214 questions are decided.'],
    [open, [], 'Nothing found so far; 6 of 214 questions are open.'],
    [{ ...open, decided: 213 }, [], 'Nothing found so far; 1 of 214 questions is open.'],
    [decided, [warning, note, note], '1 warning and 2 notes; all 214 questions are decided.'],
    [open, [note], '1 note; 6 of 214 questions are open.'],
    [{ ...decided, questions: 1, decided: 1 }, [warning], '1 warning; the only question is decided.'],
  ])('says that nothing is wrong only if every question is decided', (summary, findings, headline) => {
    expect(describeSummary(summary, findings).headline).toBe(headline)
  })

  it('says how much was explored', () => {
    expect(describeSummary(decided, []).effort).toBe('Explored 1,200 states and 1 call in 0.4 s.')
    expect(describeSummary({ ...decided, milliseconds: 61_400 }, []).effort).toMatch(/in 61 s\.$/)
    expect(describeSummary({ ...decided, milliseconds: 99 }, []).effort).toMatch(/in under 0\.1 s\.$/)
  })

  it('groups open questions by their reasons and names some of each group', () => {
    expect(describeSummary(open, []).open).toEqual([
      'Not known: whether "a" can be entered, whether "b" can be entered, whether "c" can be entered, and 2 more questions. The search stopped after 300,000 states. Raise the limit with --max-states on the command line.',
      'Not known: whether "vault" can be entered. "player.coins" can grow or fall without limit, and its exact value matters. Give the field a "max", and a "min" if it can fall, so the checker can decide it.',
    ])
  })
})

it.each<[Reason, string]>([
  [{ kind: 'limit', of: 'time', value: 60_000 }, 'The search stopped after 60 seconds.'],
  [
    { kind: 'limit', of: 'nodes', value: 200_000 },
    'the search stopped when its table of their values had 200,000 entries.',
  ],
  [
    { kind: 'sampled', function: 'dial', parameter: 'digits' },
    'Only some values of the parameter "digits" of "dial" were',
  ],
  [
    { kind: 'sampled', function: 'the opening', parameter: 'player.name' },
    'the question about "player.name" were tried.',
  ],
  [{ kind: 'memory' }, 'The check ran out of memory, even with small searches.'],
  [{ kind: 'wide', program: 'shuffle' }, '"shuffle" can do too many different things'],
  [{ kind: 'trigger-limit', triggers: ['a', 'b'] }, 'The triggers "a", "b" can make each other fire'],
  [{ kind: 'failing-condition', trigger: 'dusk' }, 'The condition of the trigger "dusk" can fail.'],
  [{ kind: 'not-replayed' }, 'the engine refused to play it.'],
])('describes a reason and what would help: %j', (reason, text) => {
  expect(describeReason(reason)).toContain(text)
  expect(describeReason(reason).match(/\.( |$)/g)).toHaveLength(2)
})

it.each([
  [{ kind: 'proven' } as const, 'Proven.'],
  [{ kind: 'shown', calls: 1 } as const, 'Shown by a replay of 1 call.'],
  [{ kind: 'shown', calls: 0 } as const, 'Shown at the start of the story.'],
  [{ kind: 'not-known', reasons: [coins] } as const, 'Not known. "player.coins" can grow or fall without limit'],
])('describes a status: %j', (status, text) => {
  expect(describeStatus(status)).toContain(text)
})

const step = { function: 'go_to', args: {}, rolls: [] }
const opening = { ...step, function: 'the opening' }
const shown = { kind: 'shown', calls: 1 } as const

it.each<[Pick<EndingPath, 'steps' | 'isShortest' | 'status'>, string]>([
  [{ steps: [opening, step], isShortest: true, status: shown }, 'reached in 1 step (shortest path)'],
  [{ steps: [step], isShortest: false, status: shown }, 'reached in 1 step'],
  [{ steps: [step, step], isShortest: false, status: shown }, 'reached in 2 steps (a shorter path may exist)'],
  [{ steps: null, isShortest: false, status: { kind: 'proven' } }, "can't be reached (proven)"],
  [
    { steps: null, isShortest: false, status: { kind: 'not-known', reasons: [limit] } },
    'not known whether it can be reached',
  ],
])('says of an ending only what is known: %j', (path, text) => {
  expect(describeEnding({ nodeId: 'out', title: 'Out', kind: 'good', ...path })).toBe(text)
})

const begun: CheckProgress = {
  states: 0,
  questions: 0,
  decided: 0,
  open: 0,
  milliseconds: 20,
  maxMilliseconds: 60_000,
}

it.each<[Partial<CheckProgress>, string, number | null]>([
  [{}, '0 s of at most 60 s', null],
  [{ questions: 1, states: 1, maxMilliseconds: null }, '0 of 1 question decided; 1 state; 0 s', 0],
  [
    { questions: 1200, decided: 300, states: 12_000, milliseconds: 4900 },
    '300 of 1,200 questions decided; 12,000 states; 4 s of at most 60 s',
    0.25,
  ],
  [{ states: 5, milliseconds: 61_000 }, '5 states; the time limit of 60 s is reached', null],
  [{ questions: 20, decided: 8, open: 2 }, '8 of 20 questions decided, 2 open; 0 s of at most 60 s', 0.5],
])('describes progress: %j', (progress, text, share) => {
  expect(describeProgress({ ...begun, ...progress })).toBe(text)
  expect(progressShare({ ...begun, ...progress })).toBe(share)
})

const tower = loadGamebook(TOWER)

it('describes every kind of event as a question', () => {
  const all = [
    events.entered('tower', 'roof'),
    events.usedEdge('tower', 'yard', 'roof'),
    events.offered('jump'),
    events.called('jump'),
    events.refused('jump', 'not-enabled'),
    events.passedCheck('jump'),
    events.failedCheck('jump'),
    events.fired('dusk'),
    events.revealed('key'),
    events.discussed('mate', 'tide'),
    events.held('key'),
    events.ended(': too late'),
    events.condition(3, false),
    events.failure('jump.enabled'),
    events.visible('mate'),
    events.metGoal(0),
    events.brokeInvariant(0),
  ].map((event) => describeEvent(tower, event))
  expect(all.filter((text) => /^whether .* can happen$/.test(text))).toEqual([])
  expect(new Set(all).size).toBe(all.length)
  expect(all).toContain('whether the ending "too late" can be reached')
  expect(describeEvent(tower, 'strange thing')).toBe('whether strange thing can happen')
  expect(describeAlways(tower, 7)).toBe('whether the goal 7 always remains possible')
})

describe('a check', () => {
  it('leaves no question open after a complete search, and gives its findings a status', () => {
    const { summary, findings } = checkGamebook(TOWER)
    expect(summary).toMatchObject({ open: [], decided: summary?.questions })
    expect(findings.filter(({ status, isProven }) => isProven === (status.kind === 'not-known'))).toEqual([])
  })

  it('leaves questions open if the search stopped, with the limit as the reason', () => {
    const { summary } = checkGamebook(TOWER, { maxStates: 2 })
    const reason: Reason = { kind: 'limit', of: 'states', value: 2 }
    expect(summary?.open.length).toBe((summary?.questions ?? 0) - (summary?.decided ?? 0))
    expect(summary?.open.at(-1)?.question).toContain('whether ')
    expect(summary?.open.at(-1)?.reasons).toContainEqual(reason)
  })

  it('says from the start how many questions there are, and counts the answers', () => {
    const seen: CheckProgress[] = []
    const { summary } = checkGamebook(TOWER, { onProgress: (progress) => seen.push(progress) > 0 })
    const counts = seen.map(({ decided, open }) => decided + open)
    expect(new Set(seen.map(({ questions }) => questions))).toEqual(new Set([summary?.questions]))
    expect([counts[0], counts.at(-1)]).toEqual([0, summary?.questions])
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(seen.at(-1)?.decided).toBe(summary?.decided)
  })

  it('ends early if its caller wants no more', () => {
    const { summary } = checkGamebook(TOWER, { onProgress: () => false })
    expect(summary?.open.length).toBeGreaterThan(0)
  })

  it('stops at a time limit', () => {
    let time = 0
    const { summary } = checkGamebook(TOWER, { maxMilliseconds: 10, now: () => (time += 100) })
    expect(summary?.open[0]?.reasons).toContainEqual({ kind: 'limit', of: 'time', value: 10 })
    expect(summary?.milliseconds).toBeGreaterThan(10)
  })
})
