import type { PanelField } from '../../../types/api.ts'
import { ChangedBadge } from './ChangedBadge.tsx'
import { useStoryLanguage } from '../storyLanguage.ts'
import { isHiddenField } from './isEmptyPanel.ts'
import { FieldValue } from './FieldValue.tsx'
import styles from './StatePanel.module.css'

interface FieldGroupProps {
  /** Null if the panel shows the fields of one entity only. */
  readonly name: string | null
  readonly fields: readonly PanelField[]
  readonly changed: ReadonlySet<string>
}

export function FieldGroup({ name, fields, changed }: FieldGroupProps) {
  const shown = fields.filter((field) => !isHiddenField(field))
  const language = useStoryLanguage()
  if (shown.length === 0) return null
  return (
    <section className={styles.group}>
      {name !== null && (
        <h2 className={styles.heading} dir="auto">
          {name}
        </h2>
      )}
      {shown.map((field) => (
        <div key={field.field} className={styles.row} data-show={field.show}>
          <ChangedBadge isChanged={changed.has(`${field.entityId}.${field.field}`)} />
          <FieldValue field={field} />
          {field.caption !== null && (
            <p className={styles.caption} lang={language} dir="auto">
              {field.caption}
            </p>
          )}
        </div>
      ))}
    </section>
  )
}
