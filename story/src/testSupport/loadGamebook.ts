import type { Gamebook } from '../gamebook/gamebook.ts'
import { formatDiagnostic } from '../format/diagnostics/formatDiagnostic.ts'
import { readGamebook } from '../format/readGamebook.ts'
import { startState } from '../state/storyState.ts'
import type { World } from '../state/world.ts'
import { worldOf } from '../traits/worldOf.ts'

/** A gamebook that has to be without errors. */
export function loadGamebook(yaml: string): Gamebook {
  const { gamebook, diagnostics } = readGamebook(yaml)
  if (gamebook === null) throw new Error(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic)).join('\n'))
  return gamebook
}

/** A gamebook at its start. */
export function loadWorld(yaml: string): World {
  return worldOf(loadGamebook(yaml), startState(7))
}
