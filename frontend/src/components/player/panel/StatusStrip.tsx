import { IconChevronUp, IconHourglass } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'

import { playerText } from '../../../text/player.ts'
import type { Panel } from '../../../types/api.ts'
import { VisuallyHidden } from '../../common/VisuallyHidden.tsx'
import { isHiddenField } from './isEmptyPanel.ts'
import { StatusSheet } from './StatusSheet.tsx'
import styles from './StatusStrip.module.css'
import { StripBar } from './StripBar.tsx'

/** More don't fit into the width of a phone. */
const MAX_BARS = 2

interface StatusStripProps {
  readonly panel: Panel
  /** The whole status panel. */
  readonly children: ReactNode
}

/** The time and the first bars in one line, which opens a sheet with the status panel. */
export function StatusStrip({ panel, children }: StatusStripProps) {
  const [isOpen, setOpen] = useState(false)
  const [clock] = panel.clocks
  const bars = panel.fields.filter((field) => field.show === 'bar' && !isHiddenField(field)).slice(0, MAX_BARS)
  const isBare = clock === undefined && bars.length === 0
  return (
    <>
      <button
        type="button"
        className={styles.strip}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        {isBare ? (
          <span className={styles.name}>{playerText('status')}</span>
        ) : (
          <VisuallyHidden>{playerText('panel.stripLabel')}</VisuallyHidden>
        )}
        {clock !== undefined && (
          <span className={styles.clock}>
            <IconHourglass size={15} stroke={1.5} aria-hidden="true" />
            <time>{clock.time}</time>
          </span>
        )}
        {bars.map((field) => (
          <StripBar key={`${field.entityId}.${field.field}`} field={field} />
        ))}
        <IconChevronUp className={styles.chevron} size={18} stroke={1.5} aria-hidden="true" />
      </button>
      {isOpen && <StatusSheet onClose={() => setOpen(false)}>{children}</StatusSheet>}
    </>
  )
}
