/** Not a number for an empty text, too. */
export const readNumber = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))
