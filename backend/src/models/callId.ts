const LENGTH = 9

/** An id of nine letters or digits: the only form that Mistral accepts, and every other provider accepts it too. */
export function shortCallId(partId: string): string {
  return partId
    .replaceAll(/[^a-zA-Z0-9]/g, '')
    .slice(-LENGTH)
    .padStart(LENGTH, '0')
}
