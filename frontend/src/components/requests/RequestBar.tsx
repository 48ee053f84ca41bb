import { requestText } from '../../text/requests.ts'
import type { RequestBlock } from '../../types/api.ts'
import type { ChartColor } from '../common/chartColors.ts'
import { PartsBar } from '../common/PartsBar.tsx'
import type { CacheState } from './requestRow.ts'

interface RequestBarProps {
  readonly blocks: readonly RequestBlock[]
}

/** More parts than these can't be seen. */
const MOST_PARTS = 120
const STATES: readonly CacheState[] = ['cached', 'fresh', 'unknown']
const COLORS: Record<CacheState, ChartColor> = { cached: 'hollow', fresh: 'first', unknown: 'third' }

/** The blocks of a request in their order, as long as their tokens. Hollow: from the cache; filled: new. */
export function RequestBar({ blocks }: RequestBarProps) {
  const parts = mergeParts(blocks.filter(({ tokens }) => tokens > 0))
  const sumOf = (state: CacheState): number =>
    blocks.reduce((sum, { cache, tokens }) => (cache === state ? sum + tokens : sum), 0)
  const label = requestText('bar.label', {
    cached: sumOf('cached'),
    fresh: sumOf('fresh'),
    unknown: sumOf('unknown'),
  })
  return (
    <PartsBar
      label={label}
      parts={parts.map(({ cache, tokens }, at) => ({ key: String(at), color: COLORS[cache], size: tokens }))}
      legend={STATES.filter((state) => sumOf(state) > 0).map((state) => ({
        key: state,
        color: COLORS[state],
        label: requestText(`bar.${state}`, { tokens: sumOf(state) }),
      }))}
    />
  )
}

type Part = Pick<RequestBlock, 'cache' | 'tokens'>

/** Neighbors in the same state are one part where there are too many. */
function mergeParts(blocks: readonly Part[]): readonly Part[] {
  if (blocks.length <= MOST_PARTS) return blocks
  const parts: Part[] = []
  for (const { cache, tokens } of blocks) {
    const last = parts.at(-1)
    if (last?.cache === cache) parts[parts.length - 1] = { cache, tokens: last.tokens + tokens }
    else parts.push({ cache, tokens })
  }
  return parts
}
