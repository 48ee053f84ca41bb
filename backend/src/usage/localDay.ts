/** The day of a time in the time zone of the server, as `2026-01-31`. */
export function localDay(time: string): string {
  const date = new Date(time)
  const pad = (number: number): string => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}
