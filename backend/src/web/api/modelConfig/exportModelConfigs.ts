import type { ModelConfig } from '../../../models/modelConfig.ts'
import { withoutSecrets } from '../../../models/keys/parameterSecrets.ts'
import type { ModelConfigExport } from '../../schemas/modelConfigFile.ts'

/** Model configs as a file without secrets: no keys, and no secret headers and fields. */
export function exportModelConfigs(configs: readonly ModelConfig[], now: string): ModelConfigExport {
  const exported = configs.map(toPortable)
  return {
    format: 'llm-gamebook/model-configs',
    version: 1,
    exportedAt: now,
    modelConfigs: exported.map(({ fields }) => fields),
    leftOut: exported.flatMap(({ fields, leftOut }) => leftOut.map((name) => `${fields.name}: ${name}`)),
  }
}

interface ExportedConfig {
  readonly fields: ModelConfigExport['modelConfigs'][number]
  readonly leftOut: readonly string[]
}

function toPortable({
  name,
  provider,
  baseUrl,
  modelName,
  exactAddress,
  inOnePiece,
  toolStyle,
  timeouts,
  parameters,
}: ModelConfig): ExportedConfig {
  const { parameters: shown, left } = withoutSecrets(parameters)
  return {
    fields: { name, provider, baseUrl, modelName, exactAddress, inOnePiece, toolStyle, timeouts, ...shown },
    leftOut: left.map(({ path }) => path),
  }
}
