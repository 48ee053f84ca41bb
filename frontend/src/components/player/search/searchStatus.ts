import type { StorySearchState } from '../../../hooks/useStorySearch.ts'
import { playerText } from '../../../text/player.ts'

/** The state of a search, in one line. */
export function searchStatus({ text, result, isSearching }: StorySearchState): string {
  if (text === '') return playerText('find.hint')
  if (isSearching) return playerText('find.searching')
  if (result === null) return ''
  const count = result.data.length
  if (count === 0) return playerText('find.none', { text })
  return result.more ? playerText('find.newest', { count }) : playerText('find.count', { count })
}
