import { modelFormText } from '../../../text/modelForm.ts'
import { type ModelConfigValues, PARAMETERS } from './modelConfigValues.ts'
import { parameterFields } from './parameterFields.ts'

export interface Difference {
  readonly label: string
  readonly mine: string
  readonly theirs: string
}

/** The fields in which two versions differ. Keys are not compared: the page never has the stored one. */
export function compareValues(mine: ModelConfigValues, theirs: ModelConfigValues): readonly Difference[] {
  return FIELDS.map(({ label, read }) => ({ label, mine: read(mine), theirs: read(theirs) })).filter(
    (difference) => difference.mine !== difference.theirs,
  )
}

const yesOrNo = (is: boolean) => modelFormText(is ? 'conflict.yes' : 'conflict.no')

const FIELDS: readonly { readonly label: string; readonly read: (values: ModelConfigValues) => string }[] = [
  { label: modelFormText('field.name'), read: (values) => values.name },
  { label: modelFormText('field.provider'), read: (values) => values.provider },
  { label: modelFormText('field.model'), read: (values) => values.modelName },
  { label: modelFormText('field.baseUrl'), read: (values) => values.baseUrl },
  ...PARAMETERS.map((parameter) => ({
    label: parameterFields[parameter].label,
    read: (values: ModelConfigValues) => values[parameter],
  })),
  { label: modelFormText('field.exactUrl'), read: (values) => yesOrNo(values.exactAddress) },
  { label: modelFormText('field.noStreaming'), read: (values) => yesOrNo(values.inOnePiece) },
  { label: modelFormText('toolStyle.label'), read: (values) => modelFormText(`toolStyle.${values.toolStyle}`) },
  { label: modelFormText('timeout.firstWord'), read: (values) => values.firstWordTimeout },
  { label: modelFormText('timeout.total'), read: (values) => values.totalTimeout },
  { label: modelFormText('field.extraHeaders'), read: (values) => values.extraHeaders },
  { label: modelFormText('field.extraBody'), read: (values) => values.extraBody },
]
