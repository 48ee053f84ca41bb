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
          <Words source={source} isLive={isLive} />
        </p>
      )
    case 'heading':
      return (
        <p className={styles.heading}>
          <Words source={source} isLive={isLive} />
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          <Words source={source} isLive={isLive} />
        </blockquote>
      )
    case 'list':
      return (
        <ul>
          <Items source={source} isLive={isLive} />
        </ul>
      )
    case 'numbered-list':
      return (
        <ol>
          <Items source={source} isLive={isLive} />
        </ol>
      )
    case 'verbatim':
      return <p className={styles.verbatim}>{source}</p>
    case 'break':
      return <Ornament />
  }
})

interface WordsProps {
  readonly source: string
  readonly isLive: boolean
}

function Words({ source, isLive }: WordsProps) {
  const runs = parseInline(source, isLive)
  return isLive ? <StreamingText runs={runs} /> : <InlineText runs={runs} />
}

function Items({ source, isLive }: WordsProps) {
  const items = source.split('\n')
  return items.map((item, index) => (
    <li key={index}>
      <Words source={item} isLive={isLive && index === items.length - 1} />
    </li>
  ))
}
