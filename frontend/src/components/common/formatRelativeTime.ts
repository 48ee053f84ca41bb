import { commonText } from '../../text/common.ts'

const FORMAT = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

const UNITS: readonly { readonly unit: Intl.RelativeTimeFormatUnit; readonly seconds: number }[] = [
  { unit: 'year', seconds: 31_536_000 },
  { unit: 'month', seconds: 2_592_000 },
  { unit: 'week', seconds: 604_800 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
]

export function formatRelativeTime(time: string, now: number): string {
  const seconds = Math.max(0, (now - Date.parse(time)) / 1000)
  const found = UNITS.find((candidate) => seconds >= candidate.seconds)
  return found === undefined ? commonText('justNow') : FORMAT.format(-Math.floor(seconds / found.seconds), found.unit)
}
