import type { CheckProgress } from './checkSummary.ts'
import { formatCount } from './formatCount.ts'

/** `63 of 214 questions decided, 2 open; 12,000 states; 4 s of at most 60 s` */
export function describeProgress(progress: CheckProgress): string {
  const { states, questions } = progress
  return [
    ...(questions > 0 ? [describeQuestions(progress)] : []),
    ...(states > 0 ? [formatCount(states, 'state')] : []),
    describeTime(progress),
  ].join('; ')
}

function describeQuestions({ questions, decided, open }: CheckProgress): string {
  const rest = open === 0 ? '' : `, ${open.toLocaleString('en-US')} open`
  return `${decided.toLocaleString('en-US')} of ${formatCount(questions, 'question')} decided${rest}`
}

/** A check still describes what it has found after it has reached the limit. */
function describeTime({ milliseconds, maxMilliseconds }: CheckProgress): string {
  const spent = formatSeconds(milliseconds)
  if (maxMilliseconds === null) return spent
  const limit = formatSeconds(maxMilliseconds)
  return milliseconds < maxMilliseconds ? `${spent} of at most ${limit}` : `the time limit of ${limit} is reached`
}

/** The share of the questions that are decided or open. Some take longer than others, so it is not the share of the time. */
export function progressShare({ questions, decided, open }: CheckProgress): number | null {
  return questions === 0 ? null : (decided + open) / questions
}

function formatSeconds(milliseconds: number): string {
  return `${Math.floor(milliseconds / 1000).toLocaleString('en-US')} s`
}
