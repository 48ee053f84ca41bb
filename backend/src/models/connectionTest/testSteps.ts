import type { TestStep } from '../../db/models/connectionTest.ts'

/** What a step that passed has to say. */
export type StepResult = Pick<TestStep, 'hint'>

/** Does one step and notes how it went. Whether the next one makes sense. */
export type RunStep = (step: TestStep['step'], work: () => Promise<StepResult>) => Promise<boolean>
