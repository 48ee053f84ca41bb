import type { KillableSettings } from '../../lib/killableServer.ts'
import type { Metric } from '../../lib/metric.ts'
import { slowFlushes } from '../../lib/slowFlushes.ts'
import type { KillCount } from './killCount.ts'
import { killWhilePlaying } from './killedPlay.ts'
import { killFirstStarts, killUpgrades } from './killedStarts.ts'

const none = { atMost: 0 }

/** Kills the server again and again, and counts what is lost or broken. */
export async function kills(): Promise<Metric[]> {
  return [
    ...toMetrics('50 first starts', await killFirstStarts(50)),
    ...toMetrics('50 upgrades', await killUpgrades(50)),
    ...toMetrics('200 times while people play', await killWhilePlaying(200)),
    ...(await killOnSlowDisk(50)),
    ...toMetrics('50 times, after the thread that writes has ended', await killWhilePlaying(50, endWriter)),
  ]
}

const SLOW_FLUSH_MS = 30

async function killOnSlowDisk(times: number): Promise<Metric[]> {
  const env = slowFlushes(SLOW_FLUSH_MS)
  if (env === undefined) return []
  const name = `${times} times, on a disk whose flushes take ${SLOW_FLUSH_MS} ms longer`
  return toMetrics(name, await killWhilePlaying(times, () => ({ env })))
}

/** Enough for a start after a kill. */
const FEWEST_COMMITS = 6
const MORE_COMMITS = 10

const endWriter = (): KillableSettings => ({ endWriterAt: FEWEST_COMMITS + Math.floor(Math.random() * MORE_COMMITS) })

function toMetrics(name: string, { kills: count, checked, lost, broken }: KillCount): Metric[] {
  const group = `The server is killed: ${name}`
  return [
    { group, name: 'kills', unit: '', ours: count },
    { group, name: 'messages checked', unit: '', ours: checked },
    { group, name: 'messages lost', unit: '', ours: lost, threshold: none },
    { group, name: 'starts or sessions broken', unit: '', ours: broken, threshold: none },
  ]
}
