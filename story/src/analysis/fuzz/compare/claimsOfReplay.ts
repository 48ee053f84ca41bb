import type { Gamebook } from '../../../gamebook/gamebook.ts'
import { worldOf } from '../../../traits/worldOf.ts'
import type { Finding } from '../../finding.ts'
import { claimOf, judgeReplay } from '../../replayFile/claim.ts'
import { findReplaySeed } from '../../replayFile/findReplaySeed.ts'
import { playReplay } from '../../replayFile/playReplay.ts'
import type { Step } from '../../steps/step.ts'
import { isMet } from '../truth/observer.ts'
import { playSteps } from '../truth/playSteps.ts'
import { after, type Tally } from './tally.ts'

/** Compares what replays of findings say with what is true: they show what they are for, also with a seed. */
export function compareReplays(gamebook: Gamebook, findings: readonly Finding[], tally: Tally): void {
  for (const finding of findings) {
    const { code, witness } = finding
    if (witness === null) continue
    const claim = claimOf(finding)
    const isShown = (steps: readonly Step[], seed: number | null): boolean =>
      judgeReplay(gamebook, claim, steps, playReplay(gamebook, steps, seed)).isShown
    tally.add(`replay of ${code}`, finding.message, isShown(witness, null) ? null : after(witness))
    const seed = findReplaySeed(gamebook, witness)
    if (seed === null) tally.addNotKnown()
    else tally.add(`replay of ${code} by seed`, `seed ${seed}`, isShown(witness, seed) ? null : after(witness))
    if (claim.kind !== 'invariant') continue
    const condition = gamebook.invariants[claim.index]?.condition
    const shorter = witness.slice(0, -1)
    const { state } = playSteps(gamebook, shorter)
    const isBroken = condition !== undefined && !isMet(worldOf(gamebook, state), condition)
    const isRight = isShown(shorter, null) === isBroken
    tally.add('replay of less', `shown is ${!isBroken}`, isRight ? null : after(shorter))
  }
}
