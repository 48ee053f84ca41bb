/**
 * Progress goes to the standard error, because the standard output can be read by programs.
 *
 * @param {string} line
 */
export const reportProgress = (line) => console.error(line)
