import type { UsageReport } from '../../types/api.ts'
import { sumCosts } from './sumCosts.ts'
import type { UsedEntry } from './UsageChart.tsx'

type Day = UsageReport['days'][number]

/** More bars can't be told apart. */
const MOST_DAYS = 92
const DAY_MS = 24 * 60 * 60 * 1000

/** Bars for all days of a time, also for those without requests. A long time has a bar for each month. */
export function fillDays(days: readonly Day[], from: string | null, to: string): readonly UsedEntry[] {
  const start = from ?? days[0]?.day ?? to
  const end = [to, days.at(-1)?.day ?? to].toSorted().at(-1) ?? to
  const all = listDays(start, end)
  if (all.length > MOST_DAYS) return groupBy(days, listMonths(all), ({ day }) => day.slice(0, MONTH), formatMonth)
  return groupBy(days, all, ({ day }) => day, formatDay)
}

const MONTH = 'yyyy-mm'.length

function listDays(from: string, to: string): readonly string[] {
  const days: string[] = []
  for (let time = Date.parse(from); time <= Date.parse(to); time += DAY_MS) days.push(toDay(new Date(time)))
  return days
}

const listMonths = (days: readonly string[]): readonly string[] => [...new Set(days.map((day) => day.slice(0, MONTH)))]

function groupBy(
  days: readonly Day[],
  keys: readonly string[],
  keyOf: (day: Day) => string,
  format: (key: string) => string,
): readonly UsedEntry[] {
  return keys.map((key) => {
    const used = days.filter((day) => keyOf(day) === key)
    const sum = (count: (day: Day) => number): number => used.reduce((total, day) => total + count(day), 0)
    const cached = sum(({ cachedTokens }) => cachedTokens)
    return {
      key,
      label: format(key),
      cached,
      fresh: sum(({ inputTokens }) => inputTokens) - cached,
      written: sum(({ outputTokens }) => outputTokens),
      costs: sumCosts(used.flatMap(({ costs }) => costs)),
    }
  })
}

/** The UTC day of a time. */
export const toDay = (date: Date): string => date.toISOString().slice(0, 'yyyy-mm-dd'.length)

const formatDay = (day: string): string =>
  new Date(day).toLocaleDateString('en', { month: 'short', day: 'numeric', timeZone: 'UTC' })

const formatMonth = (month: string): string =>
  new Date(month).toLocaleDateString('en', { month: 'short', year: 'numeric', timeZone: 'UTC' })
