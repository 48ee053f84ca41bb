import type { Metric } from '../../lib/metric.ts'
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
  ]
}

function toMetrics(name: string, { kills: count, checked, lost, broken }: KillCount): Metric[] {
  const group = `The server is killed: ${name}`
  return [
    { group, name: 'kills', unit: '', ours: count },
    { group, name: 'messages looked for', unit: '', ours: checked },
    { group, name: 'messages lost', unit: '', ours: lost, threshold: none },
    { group, name: 'starts or sessions broken', unit: '', ours: broken, threshold: none },
  ]
}
