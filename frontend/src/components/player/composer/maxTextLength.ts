/** More is refused by the server. */
export const MAX_TEXT_LENGTH = 20_000

/** The space around the words is not sent. */
export const isTooLong = (text: string): boolean => text.trim().length > MAX_TEXT_LENGTH
