import type { StepDatabase, StepTools } from './step.ts'

/**
 * Secrets in the extra request fields of models were stored in the open, and copied into the record of each answer.
 * They are encrypted in the first and masked in the second. Text that is not JSON stays as it is.
 */
export async function up(db: StepDatabase, tools: StepTools): Promise<void> {
  const tables = db.$extendTables<{ model_config: ModelConfig; message: Message }>()

  for (const { id, parameters } of await tables.selectFrom('model_config').select(['id', 'parameters']).execute()) {
    const encrypted = encryptParameters(parameters, (text) => `sealed:${tools.keyCipher.encrypt(text, id)}`)
    if (encrypted === parameters) continue
    await tables.updateTable('model_config').set({ parameters: encrypted }).where('id', '=', id).execute()
  }

  for (let last = ''; ;) {
    const rows = await tables
      .selectFrom('message')
      .select(['id', 'model'])
      .where('id', '>', last)
      .where('model', 'like', '%"extraBody"%')
      .orderBy('id')
      .limit(BATCH)
      .execute()
    for (const { id, model } of rows) {
      await tables
        .updateTable('message')
        .set({ model: maskModel(model) })
        .where('id', '=', id)
        .execute()
    }
    if (rows.length < BATCH) return
    last = rows.at(-1)?.id ?? last
  }
}

interface ModelConfig {
  id: string
  parameters: string
}

interface Message {
  id: string
  model: string
}

const BATCH = 200
const MASK = '********'

function encryptParameters(stored: string, encrypt: (text: string) => string): string {
  const parameters = parse(stored)
  if (!isObject(parameters)) return stored
  const { extraHeaders, extraBody } = parameters
  const changed = {
    ...parameters,
    ...(isObject(extraHeaders) && { extraHeaders: mapValues(extraHeaders, encryptHeader(encrypt)) }),
    ...(isObject(extraBody) && { extraBody: replaceSecrets(extraBody, (value) => encrypt(JSON.stringify(value))) }),
  }
  return JSON.stringify(changed) === JSON.stringify(parameters) ? stored : JSON.stringify(changed)
}

const encryptHeader = (encrypt: (text: string) => string) => (name: string, value: unknown) =>
  typeof value === 'string' && isSecretName(name) && !value.startsWith('sealed:') ? encrypt(value) : value

function maskModel(stored: string): string {
  const model = parse(stored)
  const parameters = isObject(model) ? model['parameters'] : null
  const extraBody = isObject(parameters) ? parameters['extraBody'] : null
  if (!isObject(model) || !isObject(parameters) || !isObject(extraBody)) return stored
  return JSON.stringify({ ...model, parameters: { ...parameters, extraBody: replaceSecrets(extraBody, () => MASK) } })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

type Fields = Readonly<Record<string, unknown>>
type Replace = (value: unknown) => string

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const mapValues = (fields: Fields, toValue: (name: string, value: unknown) => unknown): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, toValue(name, value)]))

function replaceSecrets(fields: Fields, replace: Replace): Fields {
  const isLabeled = ['name', 'key', 'header'].some((label) => isSecretLabel(fields[label]))
  return mapValues(fields, (name, value) => {
    const isNamed = isSecretName(name) || (isLabeled && name === 'value')
    return isNamed && holdsSomething(value) ? replaceOnce(value, replace) : replaceInside(value, replace)
  })
}

function replaceInside(value: unknown, replace: Replace): unknown {
  if (typeof value === 'string') return looksSecret(value) ? replaceOnce(value, replace) : value
  if (Array.isArray(value)) return value.map((item) => replaceInside(item, replace))
  return isObject(value) ? replaceSecrets(value, replace) : value
}

/** A development version has encrypted this one already. */
const replaceOnce = (value: unknown, replace: Replace): unknown =>
  typeof value === 'string' && /^sealed:v1\.[\w-]{40,}$/.test(value) ? value : replace(value)

const isSecretLabel = (label: unknown): boolean => typeof label === 'string' && isSecretName(label)

function holdsSomething(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0
  return typeof value === 'number' || (typeof value === 'string' && value !== '')
}

// The rules of this version for what is secret.

function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  return ANYWHERE.test(words.join('')) || words.some((word, at) => isSecretWord(word, words[at - 1], words[at + 1]))
}

const ANYWHERE =
  /secret|passw|passphrase|passcode|accesscode|credential|authoriz|bearer|cookie|signature|connectionstring|(api|access|auth|private|signing)key|(api|access|auth|refresh|session)token/

function isSecretWord(word: string, before = '', after = ''): boolean {
  if (/^(auth|oauth|pwd|psk|otp|hmac|jwt|sas|dsn)$/.test(word)) return true
  if (word === 'pass') return after === ''
  if (word.endsWith('token')) return !COUNTED.test(before) && !COUNTED.test(word.slice(0, -5)) && !COUNTS.test(after)
  if (word.endsWith('key')) return !PLAIN_KEYS.test(before) && !PLAIN_WORDS.test(word) && !KEY_PARTS.test(after)
  return word === 'keys' && before === ''
}

const COUNTED =
  /^(max|min|eos|bos|pad|unk|sep|cls|mask|stop|start|end|begin|per|n|num|number|new|special|prefix|suffix|thinking|reasoning|output|input|prompt|completion|first|last|next|total|image|audio|text|role|each|every)$/
const COUNTS =
  /^(limit|limits|count|counts|budget|id|ids|usage|type|types|length|rate|rates|price|cost|healing|bias|probability|logprobs|window|size|per|merging|ratio|index)$/
const PLAIN_KEYS = /^(cache|primary|foreign|public|sort|partition|idempotency|prompt|group|lookup)$/
const PLAIN_WORDS = /^(monkey|hockey|turkey|donkey|hotkey|jockey|whiskey)$/
const KEY_PARTS = /^(word|words|point|points|frame|frames|board|down|up|order|type|path)$/

function looksSecret(text: string): boolean {
  if (FORMS.some((form) => form.test(text))) return true
  const url = text.includes('://') ? URL.parse(text) : null
  return url !== null && (url.password !== '' || [...url.searchParams.keys()].some(isSecretName))
}

const FORMS = [
  /^sealed:/,
  /^(?:bearer|basic|token|digest)\s{1,9}\S{8,}$/i,
  /^(?:sk|pk|rk|gsk|xai|hf|ghp|gho|glpat|pplx|nvapi|r8)[-_][\w-]{12}/,
  /^(?:AIza|AKIA|ASIA|github_pat_|xox[abp]-)[\w-]{12}/,
  /^eyJ[\w-]{8,2000}\.[\w-]{8}/,
  /^-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/,
]
