import { useState } from 'react'

import { requestText } from '../../text/requests.ts'
import { RequestDiff } from './RequestDiff.tsx'
import type { RequestSection } from './requestRow.ts'
import { RequestText } from './RequestText.tsx'
import styles from './RequestRow.module.css'

interface RequestSectionViewProps {
  readonly section: RequestSection
  readonly hasTitle: boolean
  readonly searched: string
  readonly current: number | null
}

/** The text of a section, or what changed in it. */
export function RequestSectionView({ section, hasTitle, searched, current }: RequestSectionViewProps) {
  const [isWhole, setWhole] = useState(false)
  const { title, text, before } = section
  const showsChanges = before !== null && !isWhole && current === null
  return (
    <div className={styles.section}>
      {hasTitle && <h4 className={styles.sectionTitle}>{title}</h4>}
      {showsChanges ? (
        <RequestDiff before={before} text={text} />
      ) : (
        <RequestText text={text} searched={searched} current={current} />
      )}
      {before !== null && (
        <button type="button" className={styles.link} onClick={() => setWhole(showsChanges)}>
          {requestText(showsChanges ? 'blocks.showAll' : 'blocks.showChanges')}
        </button>
      )}
    </div>
  )
}
