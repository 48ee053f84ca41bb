import { memo } from 'react'

import { useStoryLanguage } from '../storyLanguage.ts'
import { FactNote } from './FactNote.tsx'
import { type Block, parseBlocks } from './parseBlocks.ts'
import { type PassageMark, placeMarks } from './placeMarks.ts'
import styles from './Prose.module.css'
import { ProseBlock } from './ProseBlock.tsx'

interface ProseProps {
  readonly text: string
  /** The text is still arriving. */
  readonly isLive: boolean
  /** Passages that are not so. */
  readonly marks?: readonly PassageMark[]
}

/** Formatted narration. While text arrives, only the last block renders again. */
export const Prose = memo(function Prose({ text, isLive, marks = [] }: ProseProps) {
  const language = useStoryLanguage()
  const blocks = parseBlocks(text)
  const placed = placeMarks(blocks, marks)
  return (
    <div className={styles.prose} data-prose="" lang={language} dir="auto">
      {blocks.map((block, index) => (
        <MarkedBlock
          key={index}
          block={block}
          isLive={isLive && index === blocks.length - 1}
          marks={placed.get(index)}
        />
      ))}
    </div>
  )
})

interface MarkedBlockProps {
  readonly block: Block
  readonly isLive: boolean
  readonly marks: readonly PassageMark[] | undefined
}

function MarkedBlock({ block, isLive, marks }: MarkedBlockProps) {
  if (marks === undefined) return <ProseBlock {...block} isLive={isLive} />
  return (
    <>
      <ProseBlock {...block} isLive={isLive} quotes={marks.map(({ quote }) => quote)} />
      <FactNote facts={[...new Set(marks.map(({ fact }) => fact))]} />
    </>
  )
}
