import type { Detail } from '../../gamebook/gamebook.ts'
import { renderOrFallback, type ReportFailure } from '../../state/errorFallback.ts'
import type { World } from '../../state/world.ts'

/** `Details, for when the player looks:`, then one line each: `- scales, balance: …`. Empty if there are none. */
export function formatDetails(
  world: World,
  ownerId: string,
  details: readonly Detail[],
  report: ReportFailure,
): string {
  if (details.length === 0) return ''
  const lines = details.map(({ words, text }) => {
    const rendered = renderOrFallback(world, text, `${ownerId}.details`, report).trim()
    return `- ${words.join(', ')}: ${rendered.replaceAll('\n', '\n  ')}`
  })
  return ['Details, for when the player looks:', ...lines].join('\n')
}
