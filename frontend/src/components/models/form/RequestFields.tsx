import { modelFormText } from '../../../text/modelForm.ts'
import fieldStyles from '../../common/Field.module.css'
import { Field } from '../../common/Field.tsx'
import { TextField } from '../../common/TextField.tsx'
import styles from './AdvancedFields.module.css'
import { type ModelConfigValues, TOOL_STYLES } from './modelConfigValues.ts'
import type { FieldErrors } from './toModelConfigBody.ts'

interface RequestFieldsProps {
  readonly values: ModelConfigValues
  readonly onChange: (change: Partial<ModelConfigValues>) => void
  readonly errors: FieldErrors
}

const TIMEOUTS = [
  ['firstWordTimeout', 'firstWord'],
  ['totalTimeout', 'total'],
] as const

/** How the model gets its functions, and how long it may take. */
export function RequestFields({ values, onChange, errors }: RequestFieldsProps) {
  return (
    <>
      <Field label={modelFormText('toolStyle.label')} hint={<ToolStyleHint style={values.toolStyle} />}>
        {(control) => (
          <select
            {...control}
            className={fieldStyles.input}
            value={values.toolStyle}
            onChange={(event) => {
              const toolStyle = TOOL_STYLES.find((style) => style === event.target.value)
              if (toolStyle !== undefined) onChange({ toolStyle })
            }}
          >
            {TOOL_STYLES.map((style) => (
              <option key={style} value={style}>
                {modelFormText(`toolStyle.${style}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className={styles.grid}>
        {TIMEOUTS.map(([field, text]) => (
          <TextField
            key={field}
            label={modelFormText(`timeout.${text}`)}
            hint={modelFormText(`timeout.${text}Hint`)}
            error={errors[field]}
            inputMode="decimal"
            value={values[field]}
            onChange={(value) => onChange({ [field]: value })}
          />
        ))}
      </div>
    </>
  )
}

function ToolStyleHint({ style }: { readonly style: ModelConfigValues['toolStyle'] }) {
  return (
    <>
      {modelFormText('toolStyle.hint')} {modelFormText(`toolStyle.${style}Hint`)}
    </>
  )
}
