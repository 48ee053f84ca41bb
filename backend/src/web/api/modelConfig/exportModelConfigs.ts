import type { ModelConfig } from '../../../models/modelConfig.ts'
import { isSecretName } from '../../../models/keys/secretName.ts'
import type { ModelConfigExport } from '../../schemas/modelConfigFile.ts'

/** Model configs as a file without secrets: no keys, and no headers and fields whose names look like secrets. */
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
  parameters,
}: ModelConfig): ExportedConfig {
  const { extraHeaders, extraBody, ...rest } = parameters
  const fields = { name, provider, baseUrl, modelName, exactAddress, inOnePiece, ...rest }
  return {
    fields: { ...fields, extraHeaders: withoutSecrets(extraHeaders), extraBody: withoutSecrets(extraBody) },
    leftOut: [...Object.keys(extraHeaders ?? {}), ...Object.keys(extraBody ?? {})].filter(isSecretName),
  }
}

function withoutSecrets<Value>(named: Record<string, Value> | null): Record<string, Value> | null {
  const shown = Object.entries(named ?? {}).filter(([name]) => !isSecretName(name))
  return shown.length === 0 ? null : Object.fromEntries(shown)
}
