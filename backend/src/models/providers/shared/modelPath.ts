/** The names of resources: letters, digits and a few marks, in parts with a slash between them. */
const PLAIN_NAME = /^(?!.*(^|\/)\.{1,2}(\/|$))[\w.@~-]+(\/[\w.@~-]+)*$/

/** The path of a model whose name is part of its URL. Any other name is encoded, so it can't lead to another path. */
export function modelPathOf(modelName: string): string {
  if (!PLAIN_NAME.test(modelName)) return `models/${encodeURIComponent(modelName)}`
  return modelName.includes('/') ? modelName : `models/${modelName}`
}

/** Why a name can't be part of a URL, with what to enter instead; null if it can. */
export function refuseModelPath(modelName: string): string | null {
  const withoutPrefix = modelName.replace(/^\/*(?:models\/+)+/, '')
  if (!PLAIN_NAME.test(withoutPrefix)) {
    return 'The name can have letters, digits, ".", "-" and "_", as in "gemini-2.5-flash". Copy it from the model list.'
  }
  return withoutPrefix === modelName ? null : `Leave out "models/": enter "${withoutPrefix}".`
}
