import { formatStep, OPENING, type Step } from './step.ts'

/** A line of a list of steps: one step, or the same step several times in a row. */
export interface StepLine {
  /** The number of the first call of the line, from 1; 0 for what happens before the first call. */
  readonly first: number
  readonly last: number
  /** `add_coin()`, or `add_coin() × 70,001` */
  readonly text: string
}

export function listSteps(steps: readonly Step[]): readonly StepLine[] {
  const lines: { text: string; first: number; last: number }[] = []
  const before = steps[0]?.function === OPENING ? 0 : 1
  steps.forEach((step, index) => {
    const text = formatStep(step)
    const line = lines.at(-1)
    if (line?.text === text) line.last = index + before
    else lines.push({ text, first: index + before, last: index + before })
  })
  return lines.map(({ text, first, last }) => {
    return { first, last, text: first === last ? text : `${text} × ${(last - first + 1).toLocaleString('en-US')}` }
  })
}

/** `1. look()`, `2–1,202. add_coin() × 1,201` */
export function formatStepLine({ first, last, text }: StepLine): string {
  if (first === 0) return text
  const [from, to] = [first, last].map((number) => number.toLocaleString('en-US'))
  return first === last ? `${from}. ${text}` : `${from}–${to}. ${text}`
}
