import { memo } from 'react'

import { Ornament } from '../../common/Ornament.tsx'
import { StreamingText } from './StreamingText.tsx'
import type { Block } from './parseBlocks.ts'
import { markSpans } from './markSpans.ts'
import { parseInline } from './parseInline.ts'
import styles from './Prose.module.css'
import { InlineText } from './InlineText.tsx'

interface ProseBlockProps extends Block {
  readonly isLive: boolean
  /** Passages that are marked. */
  readonly quotes?: readonly string[]
}

export const ProseBlock = memo(function ProseBlock({ kind, ...text }: ProseBlockProps) {
  switch (kind) {
    case 'paragraph':
      return (
        <p>
          <BlockText {...text} />
        </p>
      )
    case 'heading':
      return (
        <p className={styles.heading}>
          <BlockText {...text} />
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          <BlockText {...text} />
        </blockquote>
      )
    case 'list':
      return (
        <ul>
          <ListItems {...text} />
        </ul>
      )
    case 'numbered-list':
      return (
        <ol>
          <ListItems {...text} />
        </ol>
      )
    case 'verbatim':
      return <p className={styles.verbatim}>{text.source}</p>
    case 'break':
      return <Ornament />
  }
})

type BlockTextProps = Omit<ProseBlockProps, 'kind'>

function BlockText({ source, isLive, quotes = [] }: BlockTextProps) {
  const spans = parseInline(source, isLive)
  return isLive ? <StreamingText spans={spans} /> : <InlineText spans={markSpans(spans, quotes)} />
}

function ListItems({ source, isLive, ...marks }: BlockTextProps) {
  const items = source.split('\n')
  return items.map((item, index) => (
    <li key={index}>
      <BlockText {...marks} source={item} isLive={isLive && index === items.length - 1} />
    </li>
  ))
}
