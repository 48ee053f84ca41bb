import { formatStep, type Step } from '../../steps/step.ts'

/** A claim of the checker that play contradicts. */
export interface RefutedClaim {
  /** What was claimed, without names: `never entered`. The same for claims that are wrong for the same reason. */
  readonly kind: string
  readonly claim: string
  readonly why: string
}

/** Counts claims and collects the refuted ones. */
export class Tally {
  claims = 0
  notKnown = 0
  readonly refuted: RefutedClaim[] = []

  /** `refutation` says why the claim is false; null if nothing contradicts it. */
  add(kind: string, claim: string, refutation: string | null): void {
    this.claims += 1
    if (refutation !== null) this.refuted.push({ kind, claim, why: refutation })
  }

  addNotKnown(): void {
    this.notKnown += 1
  }
}

/** The steps as a reason, to follow a claim that they contradict. */
export function after(steps: readonly Step[]): string {
  return `after: ${steps.map(formatStep).join(', ') || 'nothing'}`
}
