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
  return (
    <div className={styles.panel}>
      {clocks.length > 0 && <Clocks clocks={clocks} changed={changed} />}
      {groups.map(({ entityId, entity, fields: ofEntity }) => (
        <FieldGroup key={entityId} name={groups.length > 1 ? entity : null} fields={ofEntity} changed={changed} />
      ))}
      {inventory.map((carrier) => (
        <Inventory key={carrier.entityId} carrier={carrier} isOnly={inventory.length === 1} changed={changed} />
      ))}
    </div>
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
