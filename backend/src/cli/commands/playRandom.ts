import { DEFAULT_MAX_STEPS } from '@llm-gamebook/story'

import { openGamebook } from '../openGamebook.ts'
import { describeRandomPlays, toJson } from '../playRandom/describeRandomPlays.ts'
import { playInWorkers } from '../playRandom/playInWorkers.ts'
import { createProgress } from '../progressBar.ts'
import { readArguments, readCount, readGamebookArgument } from '../readArguments.ts'
import type { Terminal } from '../terminal.ts'

/** Plays many times at random. Returns 1 if one of the runs failed. */
export async function playRandomly(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, {
    runs: { type: 'string' },
    seed: { type: 'string' },
    'max-steps': { type: 'string' },
    json: { type: 'boolean', default: false },
  })
  const { gamebook, text } = await openGamebook(readGamebookArgument(positionals, 'play-random'), terminal)
  const order = {
    runs: readCount('runs', values.runs, 1000),
    seed: readCount('seed', values.seed, 1),
    maxSteps: readCount('max-steps', values['max-steps'], DEFAULT_MAX_STEPS),
  }
  const progress = createProgress(terminal)
  const started = performance.now()
  const plays = await playInWorkers({ gamebook, text }, order, (runs) => progress.show(runs, order.runs, 'runs'))
  progress.clear()
  const seconds = (performance.now() - started) / 1000
  terminal.write(
    values.json
      ? `${JSON.stringify(toJson(gamebook, plays), null, 2)}\n`
      : describeRandomPlays(gamebook, plays, seconds),
  )
  return plays.failure === null ? 0 : 1
}
