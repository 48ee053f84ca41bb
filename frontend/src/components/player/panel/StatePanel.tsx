import type { Panel, PanelField } from '../../../types/api.ts'
import { Inventory } from './Inventory.tsx'
import { Clocks } from './Clocks.tsx'
import { FieldGroup } from './FieldGroup.tsx'
import styles from './StatePanel.module.css'

interface StatePanelProps {
  readonly panel: Panel
  /** What the last answer changed, as `entity.field`. */
  readonly changed: ReadonlySet<string>
}

/** The status panel: time, fields and inventory. */
export function StatePanel({ panel, changed }: StatePanelProps) {
  const { clocks, fields, inventory } = panel
  const groups = groupByEntity(fields)
  const carriers = inventory.filter(({ items }) => items.length > 0)
  return (
    <div className={styles.panel}>
      {clocks.length > 0 && <Clocks clocks={clocks} changed={changed} />}
      {groups.map(({ entityId, entity, fields: ofEntity }) => (
        <FieldGroup
          key={entityId}
          name={isAmbiguous(ofEntity, fields) ? entity : null}
          fields={ofEntity}
          changed={changed}
        />
      ))}
      {(carriers.length > 0 ? carriers : inventory.slice(0, 1)).map((carrier) => (
        <Inventory key={carrier.entityId} carrier={carrier} isOnly={carriers.length <= 1} changed={changed} />
      ))}
    </div>
  )
}

/** Names of entities are for authors: they are shown only where labels would be mistaken for one another. */
function isAmbiguous(ofEntity: readonly PanelField[], fields: readonly PanelField[]): boolean {
  return ofEntity.some(({ entityId, label }) =>
    fields.some((other) => other.entityId !== entityId && other.label === label),
  )
}

interface EntityFields {
  readonly entityId: string
  readonly entity: string | null
  readonly fields: readonly PanelField[]
}

/** Relies on the order of the panel: the fields of one entity are adjacent. */
function groupByEntity(fields: readonly PanelField[]): readonly EntityFields[] {
  const firsts = fields.filter(({ entityId }, index) => fields[index - 1]?.entityId !== entityId)
  return firsts.map(({ entityId, entity }) => ({
    entityId,
    entity,
    fields: fields.filter((field) => field.entityId === entityId),
  }))
}
