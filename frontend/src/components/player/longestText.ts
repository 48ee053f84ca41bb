/** More is refused by the server. */
export const LONGEST_TEXT = 20_000

/** The space around the words is not sent. */
export const isTooLong = (text: string): boolean => text.trim().length > LONGEST_TEXT
