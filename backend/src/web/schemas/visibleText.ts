/** Removes halves of surrogate pairs, and control characters except line breaks and tabs. */
export const stripControls = (text: string): string => text.replaceAll(/(?![\t\n])[\p{Cc}\p{Cs}]/gu, '')

/** Whether the text has a visible character: joiners, fillers and spaces of any width have none. */
export const isVisible = (text: string): boolean =>
  /[^\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text)
