/** Reduces the forms of an English word to one: `lights`, `lighting`, `lighted` and `lit` become `light`. */
export function stem(word: string): string {
  const regular = IRREGULAR.get(word) ?? word
  return withoutFinalE(withoutEnding(regular))
}

/** "Said", "stole": a form that no rule leads to. */
export function isIrregularForm(word: string): boolean {
  return IRREGULAR.has(word)
}

function withoutEnding(word: string): string {
  if (word.length < 4) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  if (word.endsWith('s')) return /(ss|us|is)$/.test(word) ? word : word.slice(0, -1)
  if (word.endsWith('ied')) return `${word.slice(0, -3)}y`
  for (const ending of ['ing', 'ed']) {
    const rest = word.slice(0, -ending.length)
    if (word.endsWith(ending) && /[aeiouy]/.test(rest) && rest.length > 2) return undoubled(rest)
  }
  return word
}

function undoubled(word: string): string {
  return /([bdgkmnprt])\1$/.test(word) ? word.slice(0, -1) : word
}

function withoutFinalE(word: string): string {
  return word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word
}

const IRREGULAR = new Map(
  Object.entries({
    go: 'goes going gone went',
    light: 'lit',
    take: 'took taken',
    find: 'found',
    say: 'said',
    tell: 'told',
    speak: 'spoke spoken',
    give: 'gave given',
    get: 'got gotten',
    see: 'saw seen',
    hear: 'heard',
    break: 'broke broken',
    bring: 'brought',
    buy: 'bought',
    sell: 'sold',
    hide: 'hid hidden',
    throw: 'threw thrown',
    wake: 'woke woken',
    write: 'wrote written',
    sing: 'sang sung',
    ring: 'rang rung',
    swim: 'swam swum',
    drink: 'drank drunk',
    eat: 'ate eaten',
    wind: 'wound',
    dig: 'dug',
    lose: 'lost',
    keep: 'kept',
    hold: 'held',
    steal: 'stole stolen',
    tie: 'tying tied ties',
    untie: 'untying untied unties',
    do: 'does did done doing',
    man: 'men',
    woman: 'women',
    knife: 'knives',
    shelf: 'shelves',
    leaf: 'leaves',
  }).flatMap(([base, forms]) => forms.split(' ').map((form): [string, string] => [form, base])),
)
