import { toDay } from './fillDays.ts'

export const RANGES = ['7', '30', '90', 'all'] as const
/** In days. */
export type UsageRange = (typeof RANGES)[number]

/** The first day of a time that ends on a day; null for all. */
export function firstDay(range: UsageRange, today: string): string | null {
  if (range === 'all') return null
  const date = new Date(today)
  date.setUTCDate(date.getUTCDate() + 1 - Number(range))
  return toDay(date)
}
