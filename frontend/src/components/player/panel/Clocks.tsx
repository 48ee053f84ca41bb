import { IconHourglass } from '@tabler/icons-react'

import { playerText } from '../../../text/player.ts'
import type { Clock } from '../../../types/api.ts'
import { ChangedBadge } from './ChangedBadge.tsx'
import styles from './StatePanel.module.css'

interface ClocksProps {
  readonly clocks: readonly Clock[]
  readonly changed: ReadonlySet<string>
}

/** The time in the story. Clocks have names if there are several. */
export function Clocks({ clocks, changed }: ClocksProps) {
  return (
    <div className={styles.group}>
      {clocks.map(({ entityId, entity, day, time }) => (
        <div key={entityId} className={styles.row}>
          <ChangedBadge isChanged={changed.has(`${entityId}.minutes`)} />
          <p className={styles.clock}>
            <IconHourglass size={15} stroke={1.5} aria-hidden="true" />
            {clocks.length > 1 && entity !== null && <bdi className={styles.label}>{entity}</bdi>}
            <span>{playerText.rich('panel.day', { day, clockTime: time, time: (text) => <time>{text}</time> })}</span>
          </p>
        </div>
      ))}
    </div>
  )
}
