import { buildParts, findStaleParts } from './buildApp.mjs'
import { areDependenciesInstalled, installDependencies } from './installDependencies.mjs'
import { withLock } from './withLock.mjs'

/** Installs and builds what is missing or stale; says so only when there is something to do. */
export async function setUp({ say, build = true }) {
  const isReady = () => areDependenciesInstalled() && !(build && findStaleParts().length > 0)
  if (isReady()) return
  await withLock(
    () => say('Another start is setting up; waiting for it …'),
    async () => {
      if (!areDependenciesInstalled()) {
        say('Installing the dependencies (once; a minute or two) …')
        await installDependencies()
      }
      const stale = build ? findStaleParts() : []
      if (stale.length === 0) return
      say(`Building ${stale.map(({ name }) => name).join(' and ')} …`)
      await buildParts(stale)
    },
  )
}
