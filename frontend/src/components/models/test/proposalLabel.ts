import { modelFormText } from '../../../text/modelForm.ts'
import { modelsText } from '../../../text/models.ts'
import type { Proposal } from '../../../types/api.ts'
import { PARAMETERS } from '../form/modelConfigValues.ts'

/** What a proposed change does, as the label of its button. */
export function proposalLabel({ modelName, baseUrl, inOnePiece, toolStyle, ...others }: Proposal): string {
  if (modelName !== undefined) return modelsText('test.proposals.modelName', { modelName })
  if (baseUrl !== undefined) return modelsText('test.proposals.baseUrl', { baseUrl })
  if (inOnePiece !== undefined) return modelsText('test.proposals.inOnePiece')
  if (toolStyle !== undefined) {
    return modelsText('test.proposals.toolStyle', { style: modelFormText(`toolStyle.${toolStyle}`) })
  }
  const cleared = PARAMETERS.find((name) => name in others)
  return modelsText('test.proposals.clear', {
    field: cleared === undefined ? '' : modelFormText(`parameter.${cleared}`),
  })
}
