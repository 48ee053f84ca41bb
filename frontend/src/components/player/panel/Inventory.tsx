import { formatNumber } from '@llm-gamebook/story'

import { playerText } from '../../../text/player.ts'
import type { CarriedItem, Carrier } from '../../../types/api.ts'
import { ChangedBadge } from './ChangedBadge.tsx'
import styles from './StatePanel.module.css'

interface InventoryProps {
  readonly carrier: Carrier
  readonly isOnly: boolean
  readonly changed: ReadonlySet<string>
}

/** What the player carries. An item with a description can be opened. */
export function Inventory({ carrier, isOnly, changed }: InventoryProps) {
  const { entity, capacity, items } = carrier
  return (
    <section className={styles.group}>
      <h2 className={styles.heading}>
        {isOnly || entity === null ? playerText('panel.inventory') : <bdi>{entity}</bdi>}{' '}
        {capacity !== null && (
          <span className={styles.count}>
            {playerText('panel.outOf', { value: String(items.length), limit: formatNumber(capacity) })}
          </span>
        )}
      </h2>
      {items.length === 0 ? (
        <p className={styles.empty}>{playerText('panel.empty')}</p>
      ) : (
        <ItemList items={items} changed={changed} />
      )}
    </section>
  )
}

interface ItemListProps {
  readonly items: readonly CarriedItem[]
  readonly changed: ReadonlySet<string>
}

function ItemList({ items, changed }: ItemListProps) {
  return (
    <ul className={styles.items}>
      {items.map((item) => (
        <li key={item.entityId} className={styles.row}>
          <ChangedBadge isChanged={changed.has(`${item.entityId}.held_by`)} />
          {item.description === '' ? (
            <p className={styles.item} dir="auto">
              {item.entity}
            </p>
          ) : (
            <details>
              <summary className={styles.item} dir="auto">
                {item.entity}
              </summary>
              <p className={styles.description} dir="auto">
                {item.description}
              </p>
            </details>
          )}
          {item.items.length > 0 && <ItemList items={item.items} changed={changed} />}
        </li>
      ))}
    </ul>
  )
}
