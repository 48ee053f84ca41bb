/** Without the characters that command a device; lines and tabs stay. */
export const stripControls = (words: string): string => words.replaceAll(/(?![\t\n])\p{Cc}/gu, '')

/** Whether a reader would see any of it: joiners, fillers and spaces of any width are nothing. */
export const isVisible = (words: string): boolean =>
  /[^\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u.test(words)
