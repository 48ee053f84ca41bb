import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { UPGRADES, type Upgrade, writeHalfMigrated } from '../../../backend/tests/support/halfMigrated.ts'
import { startKillable } from '../../lib/killableServer.ts'
import { request } from '../../lib/request.ts'
import type { KillCount } from './killCount.ts'

const STORED = fileURLToPath(new URL('../../../backend/tests/fixtures/data-0.1', import.meta.url))
/** More than a start with an upgrade has; a server that reaches its end is killed when it is ready. */
const STATEMENTS = 120
const MOST_KILLS = 3

/** First starts, each killed at a random statement up to three times. */
export const killFirstStarts = (times: number): Promise<KillCount> => killStarts(times, UPGRADES.slice(0, 1))

/** Upgrades of databases of version 0.1.0, half of them left half done by that version. */
export const killUpgrades = (times: number): Promise<KillCount> => killStarts(times, UPGRADES.slice(1))

async function killStarts(times: number, upgrades: readonly Upgrade[]): Promise<KillCount> {
  const total = { kills: 0, checked: 0, lost: 0, broken: 0 }
  for (let time = 0; time < times; time += 1) {
    const upgrade = upgrades[time % upgrades.length]
    if (upgrade === undefined) break
    const folder = await mkdtemp(join(tmpdir(), 'llm-gamebook-kills-'))
    await cp(STORED, folder, { recursive: true, filter: (path) => !path.endsWith('.sqlite') })
    if (upgrade.before.length > 0) {
      const done = time % 4 < 2 ? 0 : random(upgrade.statements.length)
      writeHalfMigrated(join(folder, 'llm-gamebook.sqlite'), upgrade, done)
    }
    const kills = 1 + random(MOST_KILLS)
    for (let kill = 0; kill < kills; kill += 1) {
      const server = startKillable(folder, { killBefore: 1 + random(STATEMENTS) })
      await server.ready
      await server.kill()
    }
    total.kills += kills
    const found = await countMessages(folder)
    const stored = upgrade.before.length > 0 ? STORED_MESSAGES : 0
    total.checked += stored
    if (found === null) total.broken += 1
    else total.lost += stored - found
    await rm(folder, { recursive: true })
  }
  return total
}

const random = (below: number): number => Math.floor(Math.random() * below)

/** On the paths of the two stored sessions. */
const STORED_MESSAGES = 16

const Sessions = z.object({ data: z.array(z.object({ id: z.string() })) })
const Session = z.object({ messages: z.array(z.unknown()) })

/** Null if the server does not start or a session can't be read. */
async function countMessages(folder: string): Promise<number | null> {
  const server = startKillable(folder)
  try {
    const address = await server.ready
    if (address === null) return null
    const get = async (path: string): Promise<unknown> => JSON.parse((await request(`${address}/api${path}`)).text)
    const { data } = Sessions.parse(await get('/sessions'))
    const sessions = await Promise.all(data.map(async ({ id }) => Session.parse(await get(`/sessions/${id}`))))
    return sessions.reduce((sum, { messages }) => sum + messages.length, 0)
  } catch {
    return null
  } finally {
    await server.kill()
  }
}
