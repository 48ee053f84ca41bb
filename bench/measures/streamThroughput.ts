import { now, sleep } from '../lib/clock.ts'
import type { Metric } from '../lib/metric.ts'
import { processUsage } from '../lib/processUsage.ts'
import { countRequests, readLog, wordsFor } from '../lib/provider.ts'
import { median, quantile } from '../lib/quantile.ts'
import type { Client, Target } from '../lib/target.ts'
import { compare } from './byTarget.ts'
import { delaysOf, playTurn, type TurnTiming } from './turnTiming.ts'

const STREAMS = 200
const ROUNDS = 2
const TOKENS = 250
const WORDS = wordsFor({ ttft: 20, tps: 50, tokens: TOKENS })
const OFFERED = STREAMS * ROUNDS * TOKENS
const SAMPLE_EVERY_MS = 500
const group = `${STREAMS} streams of 50 words a second`

interface Load {
  readonly failed: number
  readonly carried: number
  readonly wordsPerSecond: number
  readonly delays: readonly number[]
  readonly cpuMicrosecondsPerWord: number
  readonly peakMib: number
}

/** One target after the other. */
export async function streamThroughput(targets: readonly Target[], providerUrl: string): Promise<Metric[]> {
  const measure = async (name: Target['name']): Promise<Load> => {
    const target = targets.find((one) => one.name === name)
    if (!target) throw new Error(`There is no target ${name}.`)
    return loadTarget(target, providerUrl)
  }
  const loads = { direct: await measure('direct'), floor: await measure('floor'), ours: await measure('ours') }
  return [
    compare(loads, { group, name: 'failed turns', unit: '', aim: { atMost: 0 } }, (load) => load.failed),
    compare(loads, { group, name: 'words carried', unit: '%', aim: { atLeast: 100 } }, (load) => load.carried),
    compare(loads, { group, name: 'words a second', unit: '' }, (load) => Math.round(load.wordsPerSecond)),
    compare(loads, { group, name: 'word delay, p50', unit: 'ms' }, (load) => median(load.delays)),
    compare(loads, { group, name: 'word delay, p95', unit: 'ms', aim: { timesFloor: 3 } }, (load) =>
      quantile(load.delays, 0.95),
    ),
    compare(
      loads,
      { group, name: 'processor time a word', unit: 'µs', aim: { timesFloor: 1.5 } },
      (load) => load.cpuMicrosecondsPerWord,
    ),
    compare(loads, { group, name: 'memory, peak', unit: 'MiB', aim: { atMost: 200 } }, (load) => load.peakMib),
  ]
}

async function loadTarget(target: Target, providerUrl: string): Promise<Load> {
  const seats = await openSeats(target)
  await Promise.all(seats.slice(0, 4).map((seat) => playTurn(seat, wordsFor({ ttft: 0, tps: 50, tokens: 10 }))))
  const from = await countRequests(providerUrl)
  const watch = watchProcess(target.pid)
  const start = now()
  const outcomes = await Promise.allSettled(seats.map(playRounds))
  const seconds = (now() - start) / 1e6
  const { cpuSeconds, peakMib } = watch.stop()
  seats.forEach((seat) => seat.close())

  const turns = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []))
  const delays = delaysOf(turns, (await readLog(providerUrl, from)).sent).words
  return {
    failed: STREAMS * ROUNDS - turns.length,
    carried: (100 * delays.length) / OFFERED,
    wordsPerSecond: delays.length / seconds,
    delays,
    cpuMicrosecondsPerWord: (cpuSeconds * 1e6) / delays.length,
    peakMib,
  }
}

/** A few at a time: opening is not what is measured. */
async function openSeats(target: Target): Promise<Client[]> {
  const seats: Client[] = []
  while (seats.length < STREAMS) seats.push(...(await Promise.all(Array.from({ length: 10 }, () => target.open()))))
  return seats
}

/** The starts are spread over a second. */
async function playRounds(seat: Client, index: number): Promise<TurnTiming[]> {
  await sleep((index * 1000) / STREAMS)
  const turns: TurnTiming[] = []
  for (let round = 0; round < ROUNDS; round += 1) turns.push(await playTurn(seat, WORDS))
  return turns
}

function watchProcess(pid: number | null) {
  if (pid === null) return { stop: () => ({ cpuSeconds: NaN, peakMib: NaN }) }
  const before = processUsage(pid).cpuSeconds
  let peakMib = 0
  const timer = setInterval(() => {
    peakMib = Math.max(peakMib, processUsage(pid).residentMib)
  }, SAMPLE_EVERY_MS)
  return {
    stop: () => {
      clearInterval(timer)
      return { cpuSeconds: processUsage(pid).cpuSeconds - before, peakMib }
    },
  }
}
