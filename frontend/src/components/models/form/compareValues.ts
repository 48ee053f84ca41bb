import { type ModelConfigValues, PARAMETERS } from './modelConfigValues.ts'
import { parameterFields } from './parameterFields.ts'

export interface Difference {
  readonly label: string
  readonly mine: string
  readonly theirs: string
}

/** In which fields two versions differ; keys are compared by nobody. */
export function compareValues(mine: ModelConfigValues, theirs: ModelConfigValues): readonly Difference[] {
  return FIELDS.map(({ label, read }) => ({ label, mine: read(mine), theirs: read(theirs) })).filter(
    (difference) => difference.mine !== difference.theirs,
  )
}

const yesOrNo = (is: boolean) => (is ? 'yes' : 'no')

const FIELDS: readonly { readonly label: string; readonly read: (values: ModelConfigValues) => string }[] = [
  { label: 'Name', read: (values) => values.name },
  { label: 'Provider', read: (values) => values.provider },
  { label: 'Model', read: (values) => values.modelName },
  { label: 'Base URL', read: (values) => values.baseUrl },
  ...PARAMETERS.map((parameter) => ({
    label: parameterFields[parameter].label,
    read: (values: ModelConfigValues) => values[parameter],
  })),
  { label: 'Exact address', read: (values) => yesOrNo(values.exactAddress) },
  { label: 'In one piece', read: (values) => yesOrNo(values.inOnePiece) },
  { label: 'Further headers', read: (values) => values.extraHeaders },
  { label: 'Further fields of the request', read: (values) => values.extraBody },
]
