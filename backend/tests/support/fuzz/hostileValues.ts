const text = (value: string): string => JSON.stringify(value)

export const HOSTILE_TEXTS: readonly string[] = [
  ...['', ' ', '\0', 'a\0b', '\uD83D', '\uDC00x', '\u202E', '\u001B[2J', '\uFEFF', '\uFFFF'],
  ...['../../etc/passwd', '..\\..\\x', '/', '.', '__proto__', 'constructor', 'toString', 'undefined', 'NaN'],
  ...["' or 1=1 --", '{{7*7}}', '%s%n', '${x}', '<script>', 'javascript:0', '\r\nx: y'],
  ...['x'.repeat(70_000), '👩‍🚀'.repeat(300), 'e\u0301'.repeat(2000), '['.repeat(3000), 'a: &a [*a, *a]'],
  ...['title: T\nx-map:\n', '- '.repeat(400), '! !! {a: b', '01234567-89ab-7def-8123-456789abcdef'],
]

/** JSON texts, because some can't be written as values. */
export const HOSTILE_JSON: readonly string[] = [
  ...HOSTILE_TEXTS.map(text),
  ...['null', 'true', 'false', '0', '-0', '-1', '0.1', '1e308', '1e400', '-1e400', '9007199254740993', '2147483648'],
  ...['1'.repeat(400), '1e-400', '"1"', '"1e5"', '"Infinity"', '"\\ud83d"', '"\\u0000"'],
  ...['[]', '{}', '[null]', '[[[[]]]]', '{"":0}', '{"a":1,"a":2}', '{"length":1e9}'],
  ...['{"__proto__":{"a":1}}', '{"constructor":{"prototype":{"a":1}}}', '{"toJSON":1,"then":1}'],
  ...[`${'['.repeat(1500)}${']'.repeat(1500)}`, `${'{"a":'.repeat(1500)}1${'}'.repeat(1500)}`],
  `[${'0,'.repeat(20_000)}0]`,
]

/** Bodies that are no JSON or no object. */
export const BROKEN_BODIES: readonly string[] = [
  ...['', 'null', '[]', '""', '1', '{', '{"a":NaN}', '{"a":}', "{'a':1}", '{"a":1}}', '\uFEFF{}', '\0', '{"a":"\n"}'],
  ...['['.repeat(5000), '{"a":'.repeat(5000), '{"__proto__":null}', 'a=1&b=2', '--x\r\n\r\n'],
]

export const CONTENT_TYPES: readonly string[] = [
  ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'multipart/form-data; boundary=x'],
  ...[
    'application/json; charset=utf-16',
    'application/json;',
    'application/xml',
    'x',
    '/',
    'application/merge-patch+json',
  ],
]

/** In place of a part of a path. */
export const HOSTILE_SEGMENTS: readonly string[] = [
  ...['%00', '..%2f..', '%2e%2e', '..', '.', '%', '%F0%9F', '%ED%A0%BD', '%5c..%5c', '__proto__', 'constructor'],
  ...['*', '%20', '%2F', ':id', 'a'.repeat(300), 'a'.repeat(7000), '%0d%0ax:y', ';a=b', 'null', '%u0000'],
]

export const HOSTILE_HEADERS: readonly Readonly<Record<string, string>>[] = [
  ...[{ host: 'evil.example' }, { host: '' }, { origin: 'http://evil.example' }, { origin: 'null' }],
  ...[{ accept: 'application/xml' }, { 'accept-encoding': 'x, gzip;q=nope' }, { 'if-none-match': '"'.repeat(500) }],
  ...[{ authorization: 'Basic %%%' }, { authorization: 'Bearer '.repeat(50) }, { 'last-event-id': '-1' }],
  ...[{ 'x-forwarded-for': "'" }, { cookie: '=;'.repeat(200) }, { range: 'bytes=-1,9-2' }, { expect: 'x' }],
]
