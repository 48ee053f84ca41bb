import type { TurnError } from '../../messages/turnError.ts'
import type { TestStep } from './connectionTest.ts'
import type { Proposal } from './proposal.ts'

/** What one step found. It passed if there is no error, with a warning if there is a hint. */
export interface StepResult extends Pick<TestStep, 'hint'> {
  readonly proposals?: readonly Proposal[]
  readonly error?: TurnError
  /** The next steps would find nothing more. */
  readonly isLast?: boolean
}

/** Runs one step and records its result. Returns whether to continue with the next one. */
export type RunStep = (step: TestStep['step'], work: () => Promise<StepResult>) => Promise<boolean>
