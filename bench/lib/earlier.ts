import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { BenchError } from './benchError.ts'
import type { Metric } from './metric.ts'

/** The results of an earlier run, of another commit for example. */
export interface Earlier {
  /** Undefined for a metric that it did not measure. */
  valueOf(metric: Metric): number | undefined
}

const Report = z.object({
  metrics: z.array(z.object({ group: z.string(), name: z.string(), ours: z.number().nullable() })),
})

/** Reads a file written with `--json`. */
export function readEarlier(file: string): Earlier {
  const { metrics } = readReport(file)
  const values = new Map(metrics.map((metric) => [keyOf(metric), metric.ours ?? NaN]))
  return { valueOf: (metric) => values.get(keyOf(metric)) }
}

function readReport(file: string): z.infer<typeof Report> {
  try {
    return Report.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new BenchError(`${file} has no results of an earlier run.`, 'Name a file written with `--json`.')
  }
}

const keyOf = ({ group, name }: Pick<Metric, 'group' | 'name'>): string => `${group}\n${name}`
