import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Gamebook, mergeRandomPlays, playRandom, type RandomPlays } from '@llm-gamebook/story'

export interface RandomOrder {
  readonly seed: number
  readonly runs: number
  readonly maxSteps: number
}

/** With fewer runs, a worker takes longer to start than to play. */
const MIN_RUNS_PER_WORKER = 400

/** Plays at random on all processors. Each run has its own seed, so the result doesn't depend on how runs are divided. */
export async function playInWorkers(
  { gamebook, text }: { readonly gamebook: Gamebook; readonly text: string },
  order: RandomOrder,
  onProgress: (runs: number) => void,
): Promise<RandomPlays> {
  const workers =
    order.runs < MIN_RUNS_PER_WORKER ? 1 : Math.min(availableParallelism(), Math.ceil(order.runs / MIN_RUNS_PER_WORKER))
  if (workers === 1) return playRandom(gamebook, { ...order, onRun: (runs) => (onProgress(runs), true) })
  const done = new Array<number>(workers).fill(0)
  const parts = await Promise.all(
    done.map((_, index) => {
      const [from, to] = [index, index + 1].map((part) => Math.floor((order.runs * part) / workers))
      const share = { text, seed: order.seed + (from ?? 0), runs: (to ?? 0) - (from ?? 0), maxSteps: order.maxSteps }
      return playPart(share, (runs) => {
        done[index] = runs
        onProgress(done.reduce((sum, more) => sum + more))
      })
    }),
  )
  return mergeRandomPlays(parts)
}

type WorkerMessage = { readonly runs: number } | { readonly plays: RandomPlays }

function playPart(
  share: RandomOrder & { readonly text: string },
  onRuns: (runs: number) => void,
): Promise<RandomPlays> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./randomPlayWorker.ts', import.meta.url), { workerData: share })
    worker.on('message', (message: WorkerMessage) =>
      'plays' in message ? resolve(message.plays) : onRuns(message.runs),
    )
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('A worker ended before it finished.')))
  })
}
