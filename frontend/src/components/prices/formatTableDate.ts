/** When prices were written down, such as June 2026; unchanged if it is no date. */
export function formatTableDate(date: string): string {
  const time = new Date(date)
  if (Number.isNaN(time.getTime())) return date
  return time.toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' })
}
