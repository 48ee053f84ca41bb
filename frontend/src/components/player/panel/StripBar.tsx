import { formatNumber } from '@llm-gamebook/story'

import { playerText } from '../../../text/player.ts'
import type { PanelField } from '../../../types/api.ts'
import { VisuallyHidden } from '../../common/VisuallyHidden.tsx'
import styles from './StatusStrip.module.css'

/** More boxes don't fit beside another bar. */
const MAX_BOXES = 5

/** A bar of the status strip: its label, and boxes or a number. */
export function StripBar({ field }: { readonly field: PanelField }) {
  if (field.show !== 'bar') return null
  const { label, text, value, min, max } = field
  const hasBoxes = [value, min, max].every(Number.isInteger) && max - min <= MAX_BOXES
  const valueText = playerText('panel.outOf', { value: text, limit: formatNumber(max) })
  return (
    <span className={styles.bar}>
      <bdi className={styles.label}>{label}</bdi>
      {hasBoxes ? (
        <>
          <VisuallyHidden>{valueText}</VisuallyHidden>
          <span className={styles.boxes} aria-hidden="true">
            {Array.from({ length: max - min }, (_, index) => (
              <span key={index} className={styles.box} data-full={index < value - min || undefined} />
            ))}
          </span>
        </>
      ) : (
        <span className={styles.number}>{text}</span>
      )}
    </span>
  )
}
