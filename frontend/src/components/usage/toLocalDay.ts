/** The day of a time in the time zone of the browser, as the server names days in its own. */
export function toLocalDay(date: Date): string {
  const pad = (number: number): string => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}
