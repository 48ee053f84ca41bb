import type { Gamebook } from '../../gamebook/gamebook.ts'
import { worldOf } from '../../traits/worldOf.ts'
import { judge } from '../findings/judge.ts'
import { OPENING, type Step } from '../steps/step.ts'
import type { Finding } from '../finding.ts'
import { describeViolation } from '../findings/namedCondition.ts'
import type { PlayedStep } from './playReplay.ts'
import { listStateFailures } from './stateFailures.ts'

/** What a replay is to show. */
export type ReplayClaim =
  /** The last step makes an expression fail, if only what is seen after it, or triggers that the engine stops. */
  | { readonly kind: 'failure'; readonly of: 'expression-fails' | 'trigger-loop' }
  /** An invariant, by its position in the gamebook, isn't true after the last step. */
  | { readonly kind: 'invariant'; readonly index: number }
  /** The story goes on after the last step. That something can't happen from there is proven, not shown. */
  | { readonly kind: 'goes-on' }
  /** All steps can be played. */
  | { readonly kind: 'played' }

export function claimOf({ code, path }: Pick<Finding, 'code' | 'path'>): ReplayClaim {
  switch (code) {
    case 'expression-fails':
    case 'trigger-loop':
      return { kind: 'failure', of: code }
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
  if (!isWhole || (last.refusal !== null && claim.kind !== 'failure')) return { isShown: false, text: refused }
  switch (claim.kind) {
    case 'failure': {
      const failures = [...last.failures, ...listStateFailures(gamebook, last.state)]
      const failure = failures.find(({ kind }) => kind === claim.of)
      return failure === undefined
        ? { isShown: false, text: "Nothing failed after the last step, so the replay doesn't show it." }
        : { isShown: true, text: `Shown: ${failure.message}` }
    }
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

function judgeInvariant(gamebook: Gamebook, index: number, { state }: PlayedStep): ReplayResult {
  const invariant = gamebook.invariants[index]
  if (invariant === undefined) return { isShown: false, text: 'The gamebook no longer has this invariant.' }
  const judgment = judge(worldOf(gamebook, state), invariant.condition)
  return judgment === true
    ? { isShown: false, text: "The invariant is true after the last step, so the replay doesn't show it." }
    : { isShown: true, text: `Shown: ${describeViolation(invariant, judgment)}` }
}
