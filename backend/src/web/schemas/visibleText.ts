/** Removes halves of surrogate pairs, and control characters except line breaks and tabs. */
export const stripControls = (text: string): string => text.replaceAll(/(?![\t\n])[\p{Cc}\p{Cs}]/gu, '')

/** Whether the text has a visible character: joiners, fillers and spaces of any width have none. */
export const isVisible = (text: string): boolean =>
  /[^\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text)

/** One line without control characters, and without those that turn the direction of what follows. */
export const toOneLine = (text: string): string =>
  stripControls(text)
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
