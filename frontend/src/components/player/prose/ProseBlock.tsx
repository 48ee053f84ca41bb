import { memo } from 'react'

import { Ornament } from '../../common/Ornament.tsx'
import { StreamingText } from './StreamingText.tsx'
import type { Block } from './parseBlocks.ts'
import { parseInline } from './parseInline.ts'
import styles from './Prose.module.css'
import { InlineText } from './InlineText.tsx'

interface ProseBlockProps extends Block {
  readonly isLive: boolean
}

export const ProseBlock = memo(function ProseBlock({ kind, source, isLive }: ProseBlockProps) {
  switch (kind) {
    case 'paragraph':
      return (
        <p>
          <BlockText source={source} isLive={isLive} />
        </p>
      )
    case 'heading':
      return (
        <p className={styles.heading}>
          <BlockText source={source} isLive={isLive} />
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          <BlockText source={source} isLive={isLive} />
        </blockquote>
      )
    case 'list':
      return (
        <ul>
          <ListItems source={source} isLive={isLive} />
        </ul>
      )
    case 'numbered-list':
      return (
        <ol>
          <ListItems source={source} isLive={isLive} />
        </ol>
      )
    case 'verbatim':
      return <p className={styles.verbatim}>{source}</p>
    case 'break':
      return <Ornament />
  }
})

interface BlockTextProps {
  readonly source: string
  readonly isLive: boolean
}

function BlockText({ source, isLive }: BlockTextProps) {
  const runs = parseInline(source, isLive)
  return isLive ? <StreamingText spans={runs} /> : <InlineText spans={runs} />
}

function ListItems({ source, isLive }: BlockTextProps) {
  const items = source.split('\n')
  return items.map((item, index) => (
    <li key={index}>
      <BlockText source={item} isLive={isLive && index === items.length - 1} />
    </li>
  ))
}
