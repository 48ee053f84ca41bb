import { type Gamebook, listEndings } from '@llm-gamebook/story'

/** The titles of the endings that were reached; the others stay secret. */
export function listEndingsFound(gamebook: Gamebook | null, found: ReadonlySet<string>): string[] {
  const endings = gamebook === null ? [] : listEndings(gamebook)
  return endings.filter(({ nodeId }) => found.has(nodeId)).map(({ title }) => title)
}
