import type { Gamebook } from '../../gamebook/gamebook.ts'
import { worldOf } from '../../traits/worldOf.ts'
import { judge } from '../findings/judge.ts'
import { OPENING, type Step } from '../steps/step.ts'
import type { Finding } from '../finding.ts'
import { describeViolation } from '../findings/namedCondition.ts'
import type { PlayedStep } from './playReplay.ts'
import { describeFailure, isSameFailure, type FailureSubject, type PlayFailure } from './failure.ts'
import { listLastFailures } from './lastFailures.ts'

/** What a replay is to show. */
export type ReplayClaim =
  /** The last step makes it fail, if only what is seen after it. */
  | FailureSubject
  /** An invariant, by its position in the gamebook, isn't true after the last step. */
  | { readonly kind: 'invariant'; readonly index: number }
  /** The story goes on after the last step. That something can't happen from there is proven, not shown. */
  | { readonly kind: 'goes-on' }
  /** All steps can be played. */
  | { readonly kind: 'played' }

export function claimOf({ code, path, failure }: Pick<Finding, 'code' | 'path' | 'failure'>): ReplayClaim {
  if (failure !== undefined) return failure
  switch (code) {
    case 'invariant-violated':
      return { kind: 'invariant', index: Number(/^invariants\[(\d+)\]/.exec(path)?.[1] ?? 0) }
    case 'soft-lock':
    case 'goal-lost':
      return { kind: 'goes-on' }
    default:
      return { kind: 'played' }
  }
}

export interface ReplayResult {
  readonly isShown: boolean
  /** One or two sentences. */
  readonly text: string
}

/** Whether played steps show a claim. */
export function judgeReplay(
  gamebook: Gamebook,
  claim: ReplayClaim,
  steps: readonly Step[],
  played: readonly PlayedStep[],
): ReplayResult {
  const last = played.at(-1)
  const calls = steps.filter((step) => step.function !== OPENING).length
  const isWhole = last !== undefined && played.length === calls + 1
  const refused = `The engine refused call ${played.length - 1}, so the replay doesn't show it.`
  // The engine refuses a call in which something fails.
  const canBeRefused = claim.kind === 'expression-fails' || claim.kind === 'trigger-loop'
  if (!isWhole || (last.refusal !== null && !canBeRefused)) return { isShown: false, text: refused }
  switch (claim.kind) {
    case 'expression-fails':
    case 'trigger-loop':
      return judgeFailure(claim, listLastFailures(gamebook, last))
    case 'invariant':
      return judgeInvariant(gamebook, claim.index, last)
    case 'goes-on':
      return last.state.ended === undefined
        ? {
            isShown: true,
            text: "Shown: the calls lead there. The checker has proven that nothing leads on; a replay can't show that.",
          }
        : { isShown: false, text: "The story has ended, so the replay doesn't show it." }
    case 'played':
      return { isShown: true, text: 'Shown: every call can be played.' }
  }
}

function judgeFailure(claim: FailureSubject, failures: readonly PlayFailure[]): ReplayResult {
  const failure = failures.find((one) => isSameFailure(claim, one))
  if (failure !== undefined) return { isShown: true, text: `Shown: ${describeFailure(failure)}` }
  const [other] = failures
  return other === undefined
    ? { isShown: false, text: "Nothing failed after the last step, so the replay doesn't show it." }
    : { isShown: false, text: `Something else failed, so the replay doesn't show it: ${describeFailure(other)}` }
}

function judgeInvariant(gamebook: Gamebook, index: number, { state }: PlayedStep): ReplayResult {
  const invariant = gamebook.invariants[index]
  if (invariant === undefined) return { isShown: false, text: 'The gamebook no longer has this invariant.' }
  const judgment = judge(worldOf(gamebook, state), invariant.condition)
  return judgment === true
    ? { isShown: false, text: "The invariant is true after the last step, so the replay doesn't show it." }
    : { isShown: true, text: `Shown: ${describeViolation(invariant, judgment)}` }
}
