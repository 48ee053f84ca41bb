/** Round numbers for the axis of a chart, from 0 to at least `most`. */
export function niceTicks(most: number): readonly number[] {
  if (!(most > 0)) return [0, 1]
  const rough = most / STEPS
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = (ROUND.find((round) => round * power >= rough * (1 - TINY)) ?? 10) * power
  const count = Math.ceil((most / step) * (1 - TINY))
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)))
}

const STEPS = 4
const ROUND = [1, 2, 5, 10]
/** Of rounding. */
const TINY = 1e-9
