import type { PathMessage } from '../../messages/pathMessage.ts'
import type { Summary } from '../../sessions/summary.ts'

/**
 * The summary of a path that was finished last. One that the player wrote may also cover turns that are sent, so that an
 * edit counts at once.
 * @param leftOut how many of the first messages a summary of a model may cover
 */
export function findSummary(
  summaries: readonly Summary[],
  path: readonly PathMessage[],
  leftOut: number,
): Summary | null {
  const places = new Map(path.map(({ id }, index) => [id, index]))
  const isFit = ({ coversTo, source }: Summary): boolean => {
    const place = places.get(coversTo)
    return place !== undefined && (source === 'player' || place < leftOut)
  }
  return summaries.findLast(isFit) ?? null
}
