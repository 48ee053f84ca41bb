import { checkDrift, type Offered, offeredFunctions, type StoryState, type World, worldOf } from '@llm-gamebook/story'

import { type DriftFinding, isMarked } from '../../messages/driftFinding.ts'
import type { AnswerInProgress } from '../../messages/message.ts'
import type { TurnRequest } from '../turn.ts'
import { collectKnown } from './collectKnown.ts'
import { joinTextParts } from './joinedText.ts'

export interface WrittenAnswer {
  readonly turn: TurnRequest
  /** The state before the turn. */
  readonly before: StoryState
  /** With its whole text, all receipts, and the state after it. */
  readonly answer: Pick<AnswerInProgress, 'parts' | 'receipts' | 'stateAfter'>
}

/**
 * Compares the text of an answer with what the engine knows. An answer without text has no findings, and no answer more
 * than `MOST_FINDINGS`: those that readers see come first.
 */
export function findDrift({ turn, before, answer }: WrittenAnswer): readonly DriftFinding[] {
  const { text, locate } = joinTextParts(answer.parts)
  if (text.trim() === '') return []
  const known = collectKnown(turn)
  const findings = checkDrift({
    gamebook: turn.gamebook,
    before: turn.path.length === 0 ? null : before,
    after: answer.stateAfter,
    receipts: answer.receipts.map(({ receipt }) => receipt),
    offered: listOffered(worldOf(turn.gamebook, answer.stateAfter)),
    text,
    player: turn.text,
    known: known.texts,
    ...(turn.context !== undefined && { settings: turn.context.settings }),
  })
  const located = findings.flatMap(({ kind, certainty, start, end, fact }): DriftFinding | [] => {
    const place = locate(start, end)
    if (!known.isWhole && NEEDS_ALL.has(kind)) return []
    return place === null ? [] : { kind, certainty, ...place, fact }
  })
  return atMost(MOST_FINDINGS, located)
}

/** They are stored, shown, and in part sent with each later request. Any narrator has far fewer. */
export const MOST_FINDINGS = 50

/** @returns in their order */
function atMost(most: number, findings: readonly DriftFinding[]): readonly DriftFinding[] {
  const kept = [...findings.filter(isMarked), ...findings.filter((finding) => !isMarked(finding))].slice(0, most)
  const known = new Set(kept)
  return findings.filter((finding) => known.has(finding))
}

/** What was said long ago is no secret. */
const NEEDS_ALL: ReadonlySet<DriftFinding['kind']> = new Set<DriftFinding['kind']>(['secret-revealed', 'ending-told'])

/** What can be called after the answer, with the values to choose from. */
function listOffered(world: World): readonly Offered[] {
  return offeredFunctions(world, ignore).map(({ fn, choices }) => ({
    name: fn.name,
    args: {
      ...Object.fromEntries(
        [...fn.parameters].map(([name, parameter]) => [
          name,
          parameter.type === 'choice' ? parameter.values : parameter.type,
        ]),
      ),
      ...Object.fromEntries(choices),
    },
  }))
}

/** The turn has reported what fails in these expressions. */
function ignore(): void {}
