/** Words that authors write for keys and for the words of the format, by what they should be. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  edges: ['exits', 'connections', 'links', 'neighbors', 'neighbours', 'paths', 'doors', 'leads_to'],
  description: ['desc', 'descr', 'body', 'content', 'summary', 'text'],
  text: ['description', 'desc', 'content', 'words', 'string', 'str'],
  title: ['name', 'heading'],
  name: ['title'],
  enabled: ['condition', 'when', 'if', 'visible', 'visible_if', 'show_if', 'only_if', 'requires'],
  condition: ['when', 'if', 'enabled'],
  if: ['when', 'condition', 'enabled'],
  otherwise: ['else', 'reason', 'refusal', 'denied', 'blocked'],
  held_by: ['location', 'in', 'at', 'place', 'owner'],
  to: ['target', 'goto', 'destination'],
  kind: ['type'],
  integer: ['int', 'whole'],
  number: ['float', 'decimal', 'double'],
  boolean: ['bool', 'flag', 'switch'],
  list: ['array'],
  entity: ['reference', 'ref'],
  good: ['happy', 'win', 'won', 'victory', 'success'],
  bad: ['sad', 'lose', 'lost', 'death', 'defeat', 'failure'],
  effects: ['do', 'then', 'actions', 'results'],
}

/** What this word probably means, among what is known. */
export function synonymOf(written: string, known: ReadonlySet<string>): string | undefined {
  const word = written.toLowerCase()
  return Object.keys(SYNONYMS).find((key) => known.has(key) && SYNONYMS[key]?.includes(word) === true)
}
