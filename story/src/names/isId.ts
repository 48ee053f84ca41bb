const MAX_LENGTH = 64

/** Whether an author may write this as the id of an entity. Ids that come from names may look otherwise. */
export function isEntityId(text: string): boolean {
  return text.length <= MAX_LENGTH && /^[a-z][a-z0-9_]*$/.test(text)
}

export function isTypeId(text: string): boolean {
  return text.length <= MAX_LENGTH && /^[A-Z][A-Za-z0-9]*$/.test(text)
}

/** Whether a folder of gamebooks, or of one gamebook, may be called so. */
export function isFolderName(text: string): boolean {
  return text.length <= MAX_LENGTH && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}

/** Words of the expression language: no entity, field or parameter can be called so. */
export function isReservedName(text: string): boolean {
  return text === 'not' || text === 'and' || text === 'or'
}
