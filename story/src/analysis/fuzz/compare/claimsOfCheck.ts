import type { Condition } from '../../../expressions/expression.ts'
import { indexOf } from '../../../gamebook/gamebookIndex.ts'
import type { Gamebook } from '../../../gamebook/gamebook.ts'
import type { GamebookCheck } from '../../checkGamebook.ts'
import { OPENING } from '../../steps/step.ts'
import type { Finding } from '../../finding.ts'
import { events, type StoryEvent } from '../../programs/event.ts'
import type { FailureSubject } from '../../replayFile/failure.ts'
import type { Happening, Truth } from '../truth/bruteForce.ts'
import { playSteps } from '../truth/playSteps.ts'
import { createPathReader, type NamedPart } from './part.ts'
import { after, type Tally } from './tally.ts'

/** Compares the findings of a check, and the endings it lists, with what is true. */
export function compareCheck(
  source: string,
  gamebook: Gamebook,
  check: GamebookCheck,
  truth: Truth,
  tally: Tally,
): void {
  const readPath = createPathReader(source)
  for (const finding of check.findings) {
    if (!finding.isProven) tally.addNotKnown()
    else compareFinding(gamebook, finding, readPath(finding.path), truth, tally)
  }
  compareEndings(gamebook, check, truth, tally)
  const { explored } = check
  const isDecided = explored !== null && explored.isWhole
  const saysNoLock = !check.findings.some(({ code }) => code === 'soft-lock')
  const ends = [...truth.events.keys()].some((event) => event.startsWith('ended'))
  if (isDecided && saysNoLock && ends && !source.includes('core/reset-game')) {
    const locked = truth.lockedState()
    tally.add('no soft lock', 'whole, and no soft lock', locked && after(locked))
  }
}

/** The checker lists an ending without steps after a whole search only if it can't be reached. */
function compareEndings(gamebook: Gamebook, { explored }: GamebookCheck, { events: known }: Truth, tally: Tally): void {
  for (const { nodeId, steps } of explored?.endings ?? []) {
    const happening = known.get(events.ended(nodeId))
    if (steps === null) {
      if (explored?.isWhole === true)
        tally.add('never ended', `no path to ${nodeId}`, happening === undefined ? null : after(happening.steps()))
      else tally.addNotKnown()
      continue
    }
    const played = playSteps(gamebook, steps)
    const isShown = played.isWhole && played.observer.events.has(events.ended(nodeId))
    tally.add('shown ending', `${nodeId} ${after(steps)}`, isShown ? null : 'the replay does not end there')
    const calls = steps.filter(({ function: name }) => name !== OPENING).length
    const isLonger = explored?.isWhole === true && happening !== undefined && happening.calls < calls
    tally.add('shortest', `${calls} calls to ${nodeId}`, isLonger ? after(happening.steps()) : null)
  }
}

function compareFinding(
  gamebook: Gamebook,
  finding: Finding,
  part: NamedPart | null,
  truth: Truth,
  tally: Tally,
): void {
  const { code, message, witness, path, failure } = finding
  const never = neverHappens(gamebook, finding, part, truth)
  if (never !== null) {
    const all = never.map((happening) => happening?.steps())
    const isRefuted = all.length > 0 && all.every((steps) => steps !== undefined)
    tally.add(code, message, isRefuted ? after(all[0] ?? []) : null)
    return
  }
  if (witness === null) return
  const { state, observer, isWhole } = playSteps(gamebook, witness)
  const index = Number(/\[(\d+)\]/.exec(path)?.[1])
  const fails = (isShown: boolean): string | null => (isShown ? null : after(witness))
  switch (code) {
    case 'soft-lock':
      return tally.add(code, message, fails(isWhole && truth.canEnd(state) !== true))
    case 'goal-lost':
      return tally.add(code, message, fails(isWhole && truth.canMeet(index, state) !== true))
    case 'invariant-violated':
      return tally.add(code, message, fails(isWhole && observer.events.has(events.brokeInvariant(index))))
    default:
      if (failure !== undefined) tally.add(code, message, fails(hasFailed(failure)))
  }

  function hasFailed(subject: FailureSubject): boolean {
    return subject.kind === 'trigger-loop'
      ? subject.triggers.every((id) => observer.loops.has(id))
      : observer.events.has(events.failure(subject.where))
  }
}

type Happenings = readonly (Happening | undefined)[]

/** What a finding says never happens; it is refuted if all of it does. Null for a finding that says something else. */
function neverHappens(
  gamebook: Gamebook,
  { code, line, column, path }: Finding,
  part: NamedPart | null,
  { events: known, conditions }: Truth,
): Happenings | null {
  const { entity = '', name = '' } = part ?? {}
  const graphs = indexOf(gamebook).graphsOfNode.get(entity) ?? []
  const of = (event: StoryEvent): Happenings => [known.get(event)]
  switch (code) {
    case 'unreached-node':
    case 'unreached-ending':
      return graphs.map(({ id }) => known.get(events.entered(id, entity)))
    case 'unused-edge':
      return graphs.map(({ id }) => known.get(events.usedEdge(id, entity, name)))
    case 'function-never-offered':
      return of(events.offered(name))
    case 'function-never-succeeds':
      return of(events.called(name))
    case 'trigger-never-fires':
      return of(events.fired(`${entity}#${name}`))
    case 'never-revealed':
      return of(events.revealed(entity))
    case 'item-never-there':
      return of(events.held(entity))
    case 'topic-never-discussed':
      return of(events.discussed(entity, name))
    case 'check-never-succeeds':
      return of(events.passedCheck(name))
    case 'check-never-fails':
      return of(events.failedCheck(name))
    case 'goal-never-met':
      return of(events.metGoal(Number(/\[(\d+)\]/.exec(path)?.[1])))
    case 'guard-never-true':
    case 'guard-always-true': {
      const seen = conditions[code === 'guard-never-true' ? 'true' : 'false']
      return [[...seen].find(([condition]) => startsAt(condition, line, column))?.[1]]
    }
    default:
      return null
  }
}

function startsAt({ terms }: Condition, line: number, column: number): boolean {
  const first = terms.find((term) => typeof term === 'object')
  const start = first?.locate?.(0)
  return start?.line === line && start.column === column
}
