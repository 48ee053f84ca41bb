import { modelFormText } from '../../../text/modelForm.ts'
import type { ParameterFacts } from '../../../types/api.ts'
import fieldStyles from '../../common/Field.module.css'
import { Field } from '../../common/Field.tsx'
import { TextField } from '../../common/TextField.tsx'
import styles from './AdvancedFields.module.css'
import type { Parameter } from './modelConfigValues.ts'
import { parameterFields } from './parameterFields.ts'
import type { Refusal } from './refusedParameters.ts'

interface ParameterInputProps {
  readonly parameter: Parameter
  readonly facts: ParameterFacts | undefined
  readonly refusal: Refusal | undefined
  /** Null for a new model, which has rejected nothing yet. */
  readonly onTryAgain: ((parameter: Parameter) => void) | null
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

export function ParameterInput(props: ParameterInputProps) {
  const { parameter, facts, refusal, onTryAgain, value, onChange, error } = props
  const { label, hint } = parameterFields[parameter]
  const range = facts === undefined ? undefined : rangeLabel(facts)
  const description =
    refusal === undefined ? (
      [hint, facts?.limitation].filter(Boolean).join(' ')
    ) : (
      <>
        {refusal.reason}
        {refusal.isRemembered && onTryAgain !== null && (
          <>
            {' '}
            <button type="button" className={styles.again} onClick={() => onTryAgain(parameter)}>
              {modelFormText('advanced.tryAgain')}
            </button>
          </>
        )}
      </>
    )
  if (facts?.values === undefined) {
    return (
      <TextField
        label={label}
        aside={range}
        hint={description}
        error={error}
        inputMode="decimal"
        isDisabled={refusal !== undefined}
        value={value}
        onChange={onChange}
      />
    )
  }
  return (
    <Field label={label} hint={description} error={error}>
      {(control) => (
        <select
          {...control}
          className={fieldStyles.input}
          disabled={refusal !== undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{modelFormText('advanced.modelDefault')}</option>
          {facts.values?.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Ranges with a larger end are not shown, since no one comes near it. */
const FAR = 1000

function rangeLabel({ min, max }: ParameterFacts): string | undefined {
  return min === undefined || max === undefined || max > FAR
    ? undefined
    : modelFormText('advanced.range', { min: format(min), max: format(max) })
}

const format = (number: number) => number.toString().replace('-', '−')
