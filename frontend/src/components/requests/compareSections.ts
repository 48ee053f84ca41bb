import type { RequestBlock } from '../../types/api.ts'
import type { Change, RequestSection } from './requestRow.ts'
import { sectionTitle } from './sectionTitle.ts'

export interface ComparedSection extends RequestSection {
  readonly reason: RequestBlock['sections'][number]['reason']
  readonly change: Change
}

/** The sections of a block, each with the one that it replaces in the block before. */
export function compareSections(block: RequestBlock, before: RequestBlock | undefined): readonly ComparedSection[] {
  const old = [...(before?.sections ?? [])]
  return block.sections.map((section, at) => {
    const found = old.findIndex(({ reason }) => reason === section.reason)
    const [replaced] = found === -1 ? [] : old.splice(found, 1)
    const isSame = block.change === 'same' || replaced?.text === section.text
    return {
      key: String(at),
      title: sectionTitle(section),
      reason: section.reason,
      text: section.text,
      before: isSame ? null : (replaced?.text ?? null),
      change: isSame ? 'same' : replaced === undefined ? 'added' : 'changed',
    }
  })
}
