const MAX_LENGTH = 64

/** Whether an author may write this id for an entity. Ids derived from names can differ from this form. */
export function isEntityId(text: string): boolean {
  return text.length <= MAX_LENGTH && /^[a-z][a-z0-9_]*$/.test(text)
}

export function isTypeId(text: string): boolean {
  return text.length <= MAX_LENGTH && /^[A-Z][A-Za-z0-9]*$/.test(text)
}

/** Applies to a folder of gamebooks and to the folder of one gamebook. */
export function isFolderName(text: string): boolean {
  return text.length <= MAX_LENGTH && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}

/** Words of the expression language can't be names of entities, fields or parameters. */
export function isReservedName(text: string): boolean {
  return text === 'not' || text === 'and' || text === 'or'
}
