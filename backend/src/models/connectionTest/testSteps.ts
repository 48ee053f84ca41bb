import type { TestStep } from './connectionTest.ts'

/** The result of a step that passed. */
export type StepResult = Pick<TestStep, 'hint'>

/** Runs one step and records its result. Returns whether to continue with the next one. */
export type RunStep = (step: TestStep['step'], work: () => Promise<StepResult>) => Promise<boolean>
