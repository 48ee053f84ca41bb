import { formatStep, type Step } from './step.ts'

/** A line of a list of steps: one step, or the same step several times in a row. */
export interface StepLine {
  /** The number of the first step of the line, from 1. */
  readonly first: number
  readonly last: number
  /** `add_coin()`, or `add_coin() × 70,001` */
  readonly text: string
}

export function listSteps(steps: readonly Step[]): readonly StepLine[] {
  const lines: { text: string; first: number; last: number }[] = []
  steps.forEach((step, index) => {
    const text = formatStep(step)
    const line = lines.at(-1)
    if (line?.text === text) line.last = index + 1
    else lines.push({ text, first: index + 1, last: index + 1 })
  })
  return lines.map(({ text, first, last }) => {
    return { first, last, text: first === last ? text : `${text} × ${(last - first + 1).toLocaleString('en-US')}` }
  })
}
