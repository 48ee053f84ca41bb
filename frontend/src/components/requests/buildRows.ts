import { requestText } from '../../text/requests.ts'
import type { RequestBlock } from '../../types/api.ts'
import { compareSections, type ComparedSection } from './compareSections.ts'
import { pairChanges } from './pairChanges.ts'
import type { RequestItem, RequestRow } from './requestRow.ts'
import { describeGroup } from './describeGroup.ts'
import { playerTitle } from './sectionTitle.ts'

/** A block with what is known of it. */
interface PlacedBlock {
  readonly block: RequestBlock
  /** Null for a block of the request before. */
  readonly index: number | null
  readonly before: RequestBlock | undefined
}

/** The rows of a page, in the order in which the blocks are sent. Blocks that are alike share one; fields come last. */
export function buildRows(
  blocks: readonly RequestBlock[],
  removedBlocks: readonly RequestBlock[],
): readonly RequestRow[] {
  const { before, removed } = pairChanges(blocks, removedBlocks)
  const placed = blocks.map((block, index): PlacedBlock => ({ block, index, before: before.get(index) }))
  const rows = splitRuns(placed.filter(({ block }) => block.place !== 'parameters')).flatMap(toRows)
  const fields = placed.filter(({ block }) => block.place === 'parameters')
  const gone = removed.map((block): PlacedBlock => ({ block, index: null, before: undefined }))
  return [...rows, ...(fields.length === 0 ? [] : [groupRow(fields)]), ...(gone.length === 0 ? [] : [groupRow(gone)])]
}

/** New messages are shown one by one, unless there are more. */
const FEW = 4

function splitRuns(placed: readonly PlacedBlock[]): readonly (readonly PlacedBlock[])[] {
  const runs: PlacedBlock[][] = []
  let last: string | null = null
  for (const one of placed) {
    const kind = kindOf(one)
    const run = runs.at(-1)
    if (run !== undefined && kind !== null && kind === last) run.push(one)
    else runs.push([one])
    last = kind
  }
  return runs
}

/** Neighbors of the same kind can share a row. Null for what has one of its own. */
function kindOf({ block, before }: PlacedBlock): string | null {
  const { place, change, cache, sections } = block
  if (before !== undefined || place === 'system') return null
  const isTurn = sections.length > 0 && sections.every(({ reason }) => OF_TURNS.has(reason))
  return place === 'tools' || isTurn ? `${place} ${change} ${cache}` : null
}

const OF_TURNS = new Set(['player', 'answer', 'thinking', 'call', 'result'])

function toRows(run: readonly PlacedBlock[]): readonly RequestRow[] {
  const [first] = run
  if (first === undefined) return []
  const isFew = run.length === 1 || (run.length <= FEW && first.block.place !== 'tools' && first.block.change === 'new')
  if (!isFew) return [groupRow(run)]
  return run.flatMap((one) => (one.block.place === 'system' ? [groupRow([one])] : partRows(one)))
}

/** One row for all of these. */
function groupRow(run: readonly PlacedBlock[]): RequestRow {
  const items = run.map(toItem)
  const first = run[0]?.block
  const change = items.every((item) => item.change === items[0]?.change) ? (items[0]?.change ?? 'same') : 'changed'
  return {
    key: items[0]?.key ?? '',
    ...describeGroup(
      run.map(({ block }) => block),
      change,
    ),
    tokens: run.reduce((sum, { block }) => sum + block.tokens, 0),
    cache: first?.cache ?? 'unknown',
    change: first?.place === 'parameters' ? 'same' : change,
    hasSpoilers: run.some(({ block }) => block.hasSpoilers),
    items,
  }
}

function toItem({ block, index, before }: PlacedBlock, at: number): RequestItem {
  const sections = compareSections(block, before)
  const change =
    index === null ? 'removed' : block.change === 'same' ? 'same' : before === undefined ? 'added' : 'changed'
  return {
    key: index === null ? `removed-${at}` : `block-${index}`,
    title: titleOf(block, sections),
    tokens: block.tokens,
    bytes: block.bytes,
    index,
    isPart: false,
    change,
    sections,
  }
}

function titleOf(block: RequestBlock, sections: readonly ComparedSection[]): string {
  if (block.name !== null) return block.name
  const [first] = block.sections
  if (first?.reason === 'player' && first.turn !== undefined) return playerTitle(first.turn)
  return sections.map(({ title }) => title).join(', ')
}

/** A row for each section of a block. */
function partRows(placed: PlacedBlock): readonly RequestRow[] {
  const { block } = placed
  const item = toItem(placed, 0)
  const sections = compareSections(block, placed.before)
  const length = sections.reduce((sum, { text }) => sum + text.length, 0)
  return sections.map((section): RequestRow => {
    const key = `${item.key}-${section.key}`
    const tokens = length === 0 ? 0 : Math.round((block.tokens * section.text.length) / length)
    const isPart = sections.length > 1
    const title = isPart ? section.title : item.title
    return {
      ...{ key, title, tokens, cache: block.cache, change: section.change },
      reason: requestText(`why.${section.reason}`),
      hasSpoilers: block.hasSpoilers && !isPart,
      items: [{ ...item, key, title, tokens, isPart, change: section.change, sections: [section] }],
    }
  })
}
