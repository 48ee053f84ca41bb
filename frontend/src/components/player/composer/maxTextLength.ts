/** The server's limit. */
export const MAX_TEXT_LENGTH = 20_000

/** Surrounding white space doesn't count, because it is not sent. */
export const isTooLong = (text: string): boolean => text.trim().length > MAX_TEXT_LENGTH
