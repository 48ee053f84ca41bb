import { buildParts, findStaleParts } from './buildApp.mjs'
import { areDependenciesInstalled, installDependencies } from './installDependencies.mjs'
import { reportProgress } from './reportProgress.mjs'
import { withLock } from './withLock.mjs'

/** Installs and builds what is missing or stale. It prints nothing if everything is up to date. */
export async function setUp({ build = true } = {}) {
  const isReady = () => areDependenciesInstalled() && !(build && findStaleParts().length > 0)
  if (isReady()) return
  await withLock(
    () => reportProgress('Waiting for another command that is installing or building…'),
    async () => {
      if (!areDependenciesInstalled()) {
        reportProgress('Installing the dependencies (this can take a minute or two)…')
        await installDependencies()
      }
      const stale = build ? findStaleParts() : []
      if (stale.length === 0) return
      reportProgress(`Building ${stale.map(({ name }) => name).join(' and ')}…`)
      await buildParts(stale)
    },
  )
}
