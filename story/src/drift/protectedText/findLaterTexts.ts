import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { World } from '../../state/world.ts'
import type { Prose, Token } from '../sentences/prose.ts'
import type { Span } from '../sentences/quotedSpans.ts'
import type { KnownText } from '../world/knownText.ts'
import { splitPhrase } from '../world/nameIndex.ts'
import { listLaterTexts, type LaterText } from './laterText.ts'
import { isUnsent, listRuns } from './runsOfWords.ts'
import { listForbiddenLines } from './secretTexts.ts'

/** Where a text has a run of the author's own words whose moment has not come: those of endings, or all others. */
export function findLaterTexts(world: World, known: KnownText, prose: Prose, isEnding: boolean): readonly Span[] {
  const { later } = runsOf(world.gamebook)
  return spansOfRuns(prose, RUN, (run) => {
    const sources = later.get(run.join(' ')) ?? []
    const isAhead =
      sources.some((source) => source.isEnding === isEnding) && sources.every((source) => source.isAhead(world))
    return isAhead && isUnsent(run, known, isEnding ? 2 : 3)
  })
}

/** Where a text says what the instructions forbid to say. */
export function findForbidden({ gamebook }: World, prose: Prose): readonly Span[] {
  const { forbidden } = runsOf(gamebook)
  return forbidden.size === 0 ? [] : spansOfRuns(prose, FORBIDDEN_RUN, (run) => forbidden.has(run.join(' ')))
}

/** In words. */
const RUN = 6
const FORBIDDEN_RUN = 5

function spansOfRuns(
  { sentences }: Prose,
  length: number,
  isFound: (run: readonly string[]) => boolean,
): readonly Span[] {
  const tokens: readonly Token[] = sentences.flatMap(({ all }) => all.filter(({ isWord }) => isWord))
  const words = tokens.map(({ text }) => text)
  const spans: Span[] = []
  for (const [index, run] of listRuns(words, length).entries()) {
    if (!isFound(run)) continue
    const start = tokens[index]?.start ?? 0
    const end = tokens[index + length - 1]?.end ?? start
    const last = spans.at(-1)
    if (last !== undefined && start <= last.end) spans[spans.length - 1] = { start: last.start, end }
    else spans.push({ start, end })
  }
  return spans
}

interface Runs {
  readonly later: ReadonlyMap<string, readonly LaterText[]>
  readonly forbidden: ReadonlySet<string>
}

const knownRuns = new WeakMap<Gamebook, Runs>()

function runsOf(gamebook: Gamebook): Runs {
  const found = knownRuns.get(gamebook)
  if (found !== undefined) return found
  const later = new Map<string, LaterText[]>()
  for (const source of listLaterTexts(gamebook)) {
    for (const run of listRuns(splitPhrase(source.text), RUN)) {
      const text = run.join(' ')
      const sources = later.get(text)
      if (sources === undefined) later.set(text, [source])
      else sources.push(source)
    }
  }
  const forbidden = listForbiddenLines(gamebook)
    .flatMap((line) => listRuns(splitPhrase(line), FORBIDDEN_RUN))
    .filter((run) => run.some((word) => word.length >= 6))
  const runs = { later, forbidden: new Set(forbidden.map((run) => run.join(' '))) }
  knownRuns.set(gamebook, runs)
  return runs
}
