import { join } from 'node:path'
import { z } from 'zod'

import type { App } from '../lib/app.ts'
import type { Metric } from '../lib/metric.ts'
import { runBundled } from '../lib/runBundled.ts'

const group = 'Texts that wait, in the labeled answers'

const Measured = z.object({ words: z.number(), p95Ms: z.number(), heldPercent: z.number() })

/** How long the search for secrets delays the words of a model. */
export async function heldTails(app: App): Promise<Metric[]> {
  const labeled = join(app.folder, 'story/src/drift/labelled')
  const { words, p95Ms, heldPercent } = Measured.parse(await runBundled(app, 'heldTails', [labeled]))
  return [
    { group, name: 'words', unit: '', ours: words },
    { group, name: 'time of a word, 95 %', unit: 'ms', ours: p95Ms, threshold: { atMost: 1 } },
    { group, name: 'words that wait for the next one', unit: '%', ours: heldPercent },
  ]
}
