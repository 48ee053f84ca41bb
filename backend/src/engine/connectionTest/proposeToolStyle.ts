import type { Proposal } from '../../models/connectionTest/proposal.ts'
import type { ToolStyle } from '../../models/toolStyle.ts'

/** What a model made of the request to call a tool. */
export type ToolVerdict = 'accepted' | 'wrong-call' | 'no-call' | 'refused' | 'failed'

/** A model that makes up arguments may need to be given them; one that calls nothing may have no tools at all. */
const STYLES: Readonly<Record<ToolVerdict, readonly ToolStyle[]>> = {
  accepted: [],
  'wrong-call': ['narrow', 'text'],
  'no-call': ['text'],
  refused: ['text'],
  failed: [],
}

/**
 * The first other way of giving the model its functions that works.
 * @param isAccepted tries it
 */
export async function proposeToolStyle(
  verdict: ToolVerdict,
  isAccepted: (toolStyle: ToolStyle) => Promise<boolean>,
): Promise<readonly Proposal[]> {
  for (const toolStyle of STYLES[verdict]) {
    if (await isAccepted(toolStyle).catch(() => false)) return [{ toolStyle }]
  }
  return []
}
