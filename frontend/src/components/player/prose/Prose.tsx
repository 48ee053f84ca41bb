import { memo } from 'react'

import { parseBlocks } from './parseBlocks.ts'
import styles from './Prose.module.css'
import { ProseBlock } from './ProseBlock.tsx'

interface ProseProps {
  readonly text: string
  /** The text is still arriving. */
  readonly isLive: boolean
}

/** Formatted narration. While text arrives, only the last block renders again. */
export const Prose = memo(function Prose({ text, isLive }: ProseProps) {
  const blocks = parseBlocks(text)
  return (
    <div className={styles.prose} data-prose="" dir="auto">
      {blocks.map((block, index) => (
        <ProseBlock key={index} {...block} isLive={isLive && index === blocks.length - 1} />
      ))}
    </div>
  )
})
