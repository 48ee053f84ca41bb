/** What can be told apart in both themes, also without seeing color: hollow is what was there before. */
export const CHART_COLORS = {
  hollow: 'var(--ground-raised)',
  first: 'var(--chart-1)',
  second: 'var(--chart-2)',
  third: 'var(--chart-3)',
  ink: 'var(--ink-soft)',
} as const

export type ChartColor = keyof typeof CHART_COLORS
