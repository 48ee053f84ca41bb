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
  /** Null where nothing is remembered of it yet. */
  readonly onTryAgain: ((parameter: Parameter) => void) | null
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

export function ParameterInput(props: ParameterInputProps) {
  const { parameter, facts, refusal, onTryAgain, value, onChange, error } = props
  const { label, hint } = parameterFields[parameter]
  const range = facts === undefined ? undefined : tellRange(facts)
  const words =
    refusal === undefined ? (
      [hint, facts?.note].filter(Boolean).join(' ')
    ) : (
      <>
        {refusal.reason}
        {refusal.isRemembered && onTryAgain !== null && (
          <>
            {' '}
            <button type="button" className={styles.again} onClick={() => onTryAgain(parameter)}>
              Let it be tried again
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
        hint={words}
        error={error}
        inputMode="decimal"
        isDisabled={refusal !== undefined}
        value={value}
        onChange={onChange}
      />
    )
  }
  return (
    <Field label={label} hint={words} error={error}>
      {(control) => (
        <select
          {...control}
          className={fieldStyles.input}
          disabled={refusal !== undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">as the model likes</option>
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

/** Where the end is far beyond what anybody would write, it is not worth saying. */
const FAR = 1000

function tellRange({ min, max }: ParameterFacts): string | undefined {
  return min === undefined || max === undefined || max > FAR ? undefined : `${tellNumber(min)} to ${tellNumber(max)}`
}

const tellNumber = (number: number) => number.toString().replace('-', '−')
