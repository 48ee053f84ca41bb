/**
 * Whether a header or field with this name is likely to hold a secret, in any spelling: `apiKey`, `X-API-Key`,
 * `access_token`. Counts and names of tokens (`max_tokens`, `token_limit`, `eos_token`) are not secret.
 */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name)
  return ANYWHERE.test(words.join('')) || words.some((word, at) => isSecretWord(word, words[at - 1], words[at + 1]))
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

const ANYWHERE =
  /secret|passw|passphrase|passcode|accesscode|credential|authoriz|bearer|cookie|signature|connectionstring|(api|access|auth|private|signing)key|(api|access|auth|refresh|session)token/

const SECRET_WORDS: ReadonlySet<string> = new Set(['auth', 'oauth', 'pwd', 'psk', 'otp', 'hmac', 'jwt', 'sas', 'dsn'])

function isSecretWord(word: string, before = '', after = ''): boolean {
  if (SECRET_WORDS.has(word)) return true
  if (word === 'pass') return after === ''
  if (word.endsWith('token')) return !COUNTED.has(before) && !COUNTED.has(word.slice(0, -5)) && !COUNTS.has(after)
  if (word.endsWith('key')) return !PLAIN_KEYS.has(before) && !PLAIN_WORDS.has(word) && !KEY_PARTS.has(after)
  return word === 'keys' && before === ''
}

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** What a token of a text is called by. */
const COUNTED = listed(
  'max min eos bos pad unk sep cls mask stop start end begin per n num number new special prefix suffix thinking ' +
    'reasoning output input prompt completion first last next total image audio text role each every',
)
const COUNTS = listed(
  'limit limits count counts budget id ids usage type types length rate rates price cost healing bias probability ' +
    'logprobs window size per merging ratio index',
)
const PLAIN_KEYS = listed('cache primary foreign public sort partition idempotency prompt group lookup')
const PLAIN_WORDS = listed('monkey hockey turkey donkey hotkey jockey whiskey')
const KEY_PARTS = listed('word words point points frame frames board down up order type path')
