import { DEFAULT_MAX_STEPS, formatStep, type Gamebook, listEndings, type RandomPlays } from '@llm-gamebook/story'

import { openGamebook } from '../openGamebook.ts'
import { playInWorkers } from '../playInWorkers.ts'
import { createProgress } from '../progressBar.ts'
import { readArguments, readCount, readFolderArgument } from '../readArguments.ts'
import type { Terminal } from '../terminal.ts'

/** Many plays at random. 1 where something goes wrong in one of them. */
export async function playRandomly(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, {
    runs: { type: 'string' },
    seed: { type: 'string' },
    'max-steps': { type: 'string' },
    json: { type: 'boolean', default: false },
  })
  const { gamebook, text } = await openGamebook(readFolderArgument(positionals, 'play-random'), terminal.folder)
  const order = {
    runs: readCount('runs', values.runs, 1000),
    seed: readCount('seed', values.seed, 1),
    maxSteps: readCount('max-steps', values['max-steps'], DEFAULT_MAX_STEPS),
  }
  const progress = createProgress(terminal)
  const started = performance.now()
  const plays = await playInWorkers({ gamebook, text }, order, (runs) => progress.show(runs, order.runs, 'plays'))
  progress.clear()
  const seconds = (performance.now() - started) / 1000
  terminal.write(
    values.json ? `${JSON.stringify(toPlain(gamebook, plays), null, 2)}\n` : describe(gamebook, plays, seconds),
  )
  return plays.failure === null ? 0 : 1
}

function describe(gamebook: Gamebook, plays: RandomPlays, seconds: number): string {
  const { failure } = plays
  const lines = [
    `${plays.runs} plays, ${plays.steps} calls, ${seconds.toFixed(1)} s (${Math.round(plays.steps / seconds)} calls a second).`,
    ...coverageOf(gamebook, plays).map(({ what, seen, all, missing }) => {
      const rest =
        missing.length === 0
          ? ''
          : `; not seen: ${missing.slice(0, MOST_NAMED).join(', ')}${missing.length > MOST_NAMED ? ' …' : ''}`
      return `  ${what.padEnd(9)} ${seen} of ${all}${rest}`
    }),
    ...endingsOf(gamebook, plays).map(({ title, times }) => `  ${String(times).padStart(7)} × ${title}`),
    ...(plays.unfinished > 0
      ? [`  ${String(plays.unfinished).padStart(7)} × given up, since it had not ended (--max-steps)`]
      : []),
    ...(failure === null
      ? ['Nothing went wrong.']
      : [
          `The play with the seed ${failure.seed} goes wrong (${failure.kind}): ${failure.message}`,
          ...failure.steps.map((step, index) => `${String(index + 1).padStart(3)}. ${formatStep(step)}`),
          `See it again with: --seed ${failure.seed} --runs 1`,
        ]),
  ]
  return `${lines.join('\n')}\n`
}

const MOST_NAMED = 8

function toPlain(gamebook: Gamebook, plays: RandomPlays) {
  const { runs, steps, unfinished, failure } = plays
  return {
    runs,
    steps,
    unfinished,
    coverage: coverageOf(gamebook, plays),
    endings: endingsOf(gamebook, plays),
    failure,
  }
}

function endingsOf(gamebook: Gamebook, { endings }: RandomPlays) {
  const titles = new Map(listEndings(gamebook).map(({ nodeId, title }) => [nodeId, title]))
  return [...endings]
    .toSorted(([, one], [, other]) => other - one)
    .map(([ended, times]) => ({ title: titles.get(ended) ?? ended.replace(/^: /, ''), times }))
}

function coverageOf(gamebook: Gamebook, { coverage, endings }: RandomPlays) {
  const graphs = [...gamebook.entities.values()].flatMap(({ id, graph }) =>
    graph === undefined ? [] : [{ id, nodeIds: graph.nodeIds }],
  )
  const edges = graphs.flatMap(({ id, nodeIds }) =>
    nodeIds.flatMap((from) => {
      const ways = gamebook.entities.get(from)?.graphNode?.edges ?? []
      return ways.filter(({ to }) => nodeIds.includes(to)).map(({ to }) => `${id} ${from} ${to}`)
    }),
  )
  return [
    part(
      'nodes',
      graphs.flatMap(({ id, nodeIds }) => nodeIds.map((nodeId) => `${id} ${nodeId}`)),
      coverage.nodes,
    ),
    part('ways', edges, coverage.edges),
    part(
      'functions',
      gamebook.functions.map(({ name }) => name),
      coverage.functions,
    ),
    part(
      'triggers',
      gamebook.triggers.map(({ id }) => id),
      coverage.triggers,
    ),
    part(
      'endings',
      listEndings(gamebook).map(({ nodeId }) => nodeId),
      new Set(endings.keys()),
    ),
  ]
}

function part(what: string, all: readonly string[], seen: ReadonlySet<string>) {
  const missing = all.filter((name) => !seen.has(name))
  return { what, seen: all.length - missing.length, all: all.length, missing }
}
