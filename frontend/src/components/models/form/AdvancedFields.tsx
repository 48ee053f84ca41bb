import { modelFormText } from '../../../text/modelForm.ts'
import type { Provider } from '../../../types/api.ts'
import { TextField } from '../../common/TextField.tsx'
import styles from './AdvancedFields.module.css'
import type { ModelConfigValues, Parameter } from './modelConfigValues.ts'
import { PARAMETERS } from './modelConfigValues.ts'
import { ParameterInput } from './ParameterInput.tsx'
import type { RefusedParameters } from './refusedParameters.ts'
import { RequestFields } from './RequestFields.tsx'
import { EXAMPLE_BODY, type FieldErrors } from './toModelConfigBody.ts'

interface AdvancedFieldsProps {
  readonly provider: Provider
  readonly values: ModelConfigValues
  readonly onChange: (change: Partial<ModelConfigValues>) => void
  readonly errors: FieldErrors
  readonly refused: RefusedParameters
  readonly onTryAgain: ((parameter: Parameter) => void) | null
}

/** The parameters and the request options. Empty fields are not sent. */
export function AdvancedFields({ provider, values, onChange, errors, refused, onTryAgain }: AdvancedFieldsProps) {
  return (
    <div className={styles.fields}>
      <p className={styles.lead}>{modelFormText('advanced.lead')}</p>
      <div className={styles.grid}>
        {PARAMETERS.map((parameter) => (
          <ParameterInput
            key={parameter}
            parameter={parameter}
            facts={provider.parameters[parameter]}
            refusal={refused.get(parameter)}
            onTryAgain={onTryAgain}
            value={values[parameter]}
            onChange={(value) => onChange({ [parameter]: value })}
            error={errors[parameter]}
          />
        ))}
      </div>
      <RequestFields values={values} onChange={onChange} errors={errors} />
      <Switch
        label={modelFormText('field.exactUrl')}
        hint={modelFormText('field.exactUrlHint')}
        isOn={values.exactAddress}
        onChange={(exactAddress) => onChange({ exactAddress })}
      />
      <Switch
        label={modelFormText('field.noStreaming')}
        hint={modelFormText('field.noStreamingHint')}
        isOn={values.inOnePiece}
        onChange={(inOnePiece) => onChange({ inOnePiece })}
      />
      <TextField
        label={modelFormText('field.extraHeaders')}
        hint={modelFormText('field.extraHeadersHint')}
        isMultiline
        isCode
        value={values.extraHeaders}
        onChange={(extraHeaders) => onChange({ extraHeaders })}
        error={errors['extraHeaders']}
      />
      <TextField
        label={modelFormText('field.extraBody')}
        hint={modelFormText('field.extraBodyHint', { example: EXAMPLE_BODY })}
        isMultiline
        isCode
        value={values.extraBody}
        onChange={(extraBody) => onChange({ extraBody })}
        error={errors['extraBody']}
      />
    </div>
  )
}

interface SwitchProps {
  readonly label: string
  readonly hint: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

function Switch({ label, hint, isOn, onChange }: SwitchProps) {
  return (
    <label className={styles.switch}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        <span className={styles.hint}>{hint}</span>
      </span>
    </label>
  )
}
