import { cutExcerpt, type Excerpt } from './excerpt.ts'
import { packageReach, simpleReach, type Budget, type Reach } from './reach.ts'
import { applyEdits, type Repair } from './repair.ts'
import { lineAt } from './sourceLines.ts'
import type { Detector, Suspects } from './suspects.ts'

/**
 * The most likely of the repairs after which the file can be read farthest: a cause is only named if undoing it
 * removes the mistake. Null if none of them helps.
 */
export function chooseRepair(suspects: Suspects, detectors: readonly Detector[], budget: Budget): Repair | null {
  const excerpt = cutExcerpt(suspects)
  if (excerpt === null) return null
  const repairs = detectors
    .flatMap((detect) => [...detect(suspects)])
    .toSorted((a, b) => a.cost - b.cost)
    .slice(0, MOST_TRIED)
  const choose = (reach: Reach, among: readonly Repair[]): Repair | null =>
    chooseBy(reach, { suspects, excerpt, repairs: among, budget })
  // The simple reader is many times as fast, but gives up at everything unusual.
  const found = choose(simpleReach, repairs)
  const isSeen = simpleReach(excerpt, excerpt.text, budget) >= suspects.problemLine.index - LINES_APART
  return found !== null || isSeen ? found : choose(packageReach, repairs.slice(0, MOST_SLOW))
}

/** The two readers may give up at different lines for one mistake. */
const LINES_APART = 2
/** The likely repairs of most mistakes are among the first three; unlikely ones often only seem to help. */
const MOST_TRIED = 20
const MOST_SLOW = 10

interface Choice {
  readonly suspects: Suspects
  readonly excerpt: Excerpt
  readonly repairs: readonly Repair[]
  readonly budget: Budget
}

function chooseBy(reachOf: Reach, { suspects, excerpt, repairs, budget }: Choice): Repair | null {
  const unrepaired = reachOf(excerpt, excerpt.text, budget)
  const tried = new Map<string, number>()
  let best: { readonly repair: Repair; readonly reach: number } | null = null
  for (const repair of repairs) {
    if (budget.characters <= 0 || best?.reach === Infinity) break
    const repaired = applyToExcerpt(excerpt, repair)
    if (repaired === null) continue
    const reach = tried.get(repaired) ?? reachOf(excerpt, repaired, budget)
    tried.set(repaired, reach)
    if (reach > leastReach(suspects, repair, unrepaired) && reach > (best?.reach ?? -1)) best = { repair, reach }
  }
  return best?.repair ?? null
}

/** The next mistake may be inside what an open quote hides. Every other repair must reach beyond this one. */
function leastReach({ lines, quoteLine }: Suspects, { offset }: Repair, unrepaired: number): number {
  const line = lineAt(lines, offset)
  return line !== undefined && line === quoteLine ? line.index : unrepaired
}

function applyToExcerpt(excerpt: Excerpt, { edits, isFileWide = false }: Repair): string | null {
  const moved = edits.map((edit) => excerpt.toExcerpt(edit)).filter((edit) => edit !== null)
  return moved.length < edits.length && !isFileWide ? null : applyEdits(excerpt.text, moved)
}
