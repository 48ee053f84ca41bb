import { requestText } from '../../text/requests.ts'
import type { RequestBlock } from '../../types/api.ts'
import styles from './RequestBar.module.css'
import type { CacheState } from './requestRow.ts'

interface RequestBarProps {
  readonly blocks: readonly RequestBlock[]
}

/** More parts than these can't be seen. */
const MOST_PARTS = 120
const STATES: readonly CacheState[] = ['cached', 'fresh', 'unknown']

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
    <div className={styles.figure}>
      <div className={styles.bar} role="img" aria-label={label}>
        {parts.map(({ cache, tokens }, at) => (
          <i key={at} data-cache={cache} style={{ flexGrow: tokens }} />
        ))}
      </div>
      <ul className={styles.legend}>
        {STATES.filter((state) => sumOf(state) > 0).map((state) => (
          <li key={state} data-cache={state}>
            {requestText(`bar.${state}`, { tokens: sumOf(state) })}
          </li>
        ))}
      </ul>
    </div>
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
