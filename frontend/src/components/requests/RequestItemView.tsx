import { requestText } from '../../text/requests.ts'
import { formatBytes } from '../common/formatBytes.ts'
import { CopyBlockButton } from './CopyBlockButton.tsx'
import type { RequestItem } from './requestRow.ts'
import { RequestSectionView } from './RequestSectionView.tsx'
import styles from './RequestRow.module.css'
import type { RequestMatch } from './useRequestSearch.ts'

interface RequestItemViewProps {
  readonly item: RequestItem
  readonly searched: string
  readonly current: RequestMatch | null
  /** Loads the bytes of a block; null for what the request does not have. */
  readonly onCopy: (index: number) => Promise<string>
}

/** A block of a request, opened. */
export function RequestItemView({ item, searched, current, onCopy }: RequestItemViewProps) {
  const { sections, index, tokens, bytes, isPart } = item
  const found = current?.itemKey === item.key ? current : null
  return (
    <div className={styles.item}>
      <p className={styles.size}>
        {requestText(isPart ? 'blocks.sizePart' : 'blocks.size', { tokens, bytes: formatBytes(bytes) })}
        {index !== null && <CopyBlockButton load={() => onCopy(index)} />}
      </p>
      {sections.map((section) => (
        <RequestSectionView
          key={section.key}
          section={section}
          hasTitle={sections.length > 1}
          searched={searched}
          current={found?.sectionKey === section.key ? found.number : null}
        />
      ))}
    </div>
  )
}
