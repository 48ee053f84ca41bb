import type { Provider } from '../../../types/api.ts'
import { TextField } from '../../common/TextField.tsx'
import styles from './AdvancedFields.module.css'
import type { ModelConfigValues, Parameter } from './modelConfigValues.ts'
import { PARAMETERS } from './modelConfigValues.ts'
import { ParameterInput } from './ParameterInput.tsx'
import type { RefusedParameters } from './refusedParameters.ts'
import type { FieldErrors } from './toModelConfigBody.ts'

interface AdvancedFieldsProps {
  readonly provider: Provider
  readonly values: ModelConfigValues
  readonly onChange: (change: Partial<ModelConfigValues>) => void
  readonly errors: FieldErrors
  readonly refused: RefusedParameters
  readonly onTryAgain: ((parameter: Parameter) => void) | null
}

/** What hardly anybody needs. Whatever is left empty is no part of a request. */
export function AdvancedFields({ provider, values, onChange, errors, refused, onTryAgain }: AdvancedFieldsProps) {
  return (
    <div className={styles.fields}>
      <p className={styles.lead}>What is left empty is not sent: the model then does as its makers meant it.</p>
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
      <Switch
        label="Take the address exactly as it is"
        hint="Nothing is added to it and nothing cut off."
        isOn={values.exactAddress}
        onChange={(exactAddress) => onChange({ exactAddress })}
      />
      <Switch
        label="Ask in one piece"
        hint="For servers that do not stream: an answer comes whole, once it is finished."
        isOn={values.inOnePiece}
        onChange={(inOnePiece) => onChange({ inOnePiece })}
      />
      <TextField
        label="Further headers"
        hint="One on a line, such as X-Title: Gamebook. What is named like a secret is kept like a key."
        isMultiline
        isCode
        value={values.extraHeaders}
        onChange={(extraHeaders) => onChange({ extraHeaders })}
        error={errors['extraHeaders']}
      />
      <TextField
        label="Further fields of the request"
        hint='A JSON object, such as {"top_a": 0.2}.'
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
