import type { CarriedItem, Carrier } from '../../../types/api.ts'
import { ChangedBadge } from './ChangedBadge.tsx'
import styles from './StatePanel.module.css'

interface CarrierListProps {
  readonly carrier: Carrier
  readonly isOnly: boolean
  readonly changed: ReadonlySet<string>
}

/** What the player carries; a thing opens to what it is. */
export function Inventory({ carrier, isOnly, changed }: CarrierListProps) {
  const { entity, capacity, items } = carrier
  return (
    <section className={styles.group}>
      <h2 className={styles.heading}>
        {isOnly || entity === null ? 'What you carry' : entity}{' '}
        {capacity !== null && <span className={styles.count}>{`${items.length} of ${capacity}`}</span>}
      </h2>
      {items.length === 0 ? <p className={styles.nothing}>Nothing</p> : <ItemList items={items} changed={changed} />}
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
            <p className={styles.item}>{item.entity}</p>
          ) : (
            <details>
              <summary className={styles.item}>{item.entity}</summary>
              <p className={styles.description}>{item.description}</p>
            </details>
          )}
          {item.items.length > 0 && <ItemList items={item.items} changed={changed} />}
        </li>
      ))}
    </ul>
  )
}
