import { memo } from 'react'

import { useStoryLanguage } from '../storyLanguage.ts'
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
  const language = useStoryLanguage()
  const blocks = parseBlocks(text)
  return (
    <div className={styles.prose} data-prose="" lang={language} dir="auto">
      {blocks.map((block, index) => (
        <ProseBlock key={index} {...block} isLive={isLive && index === blocks.length - 1} />
      ))}
    </div>
  )
})
