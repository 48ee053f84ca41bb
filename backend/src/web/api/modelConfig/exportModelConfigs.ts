import type { ModelConfig } from '../../../models/modelConfig.ts'
import { isSecretName } from '../../../models/keys/secretName.ts'
import type { ModelConfigExport } from '../../schemas/modelConfigFile.ts'

/** Model configs as a file that may be shown to anybody: without keys, and without what is named like one. */
export function exportModelConfigs(configs: readonly ModelConfig[], now: string): ModelConfigExport {
  const travelling = configs.map(toPortable)
  return {
    format: 'llm-gamebook/model-configs',
    version: 1,
    exportedAt: now,
    modelConfigs: travelling.map(({ fields }) => fields),
    leftOut: travelling.flatMap(({ fields, leftOut }) => leftOut.map((name) => `${fields.name}: ${name}`)),
  }
}

interface Travelling {
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
}: ModelConfig): Travelling {
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
