import { type CheckProgress, describeProgress, progressShare } from '@llm-gamebook/story'
import type { z } from 'zod'

import type { CheckProgressResponse } from '../../schemas/gamebook.ts'

/** A page takes a connection that is silent for several times as long for dead. */
const PERIOD_MS = 3000

type Line = z.infer<typeof CheckProgressResponse>

/** Sends the progress of a check whenever there is some, and the last one again if there is none for a while. */
export function repeatProgress(send: (line: Line) => void): {
  readonly show: (progress: CheckProgress) => void
  readonly stop: () => void
} {
  let last: { readonly progress: CheckProgress; readonly at: number } | null = null
  const repeat = (): void => {
    if (last === null) return send({ states: 0, share: null, text: 'Waiting for the checker to start' })
    const milliseconds = last.progress.milliseconds + performance.now() - last.at
    send(toLine({ ...last.progress, milliseconds }))
  }
  const timer = setInterval(repeat, PERIOD_MS).unref()
  return {
    show(progress) {
      last = { progress, at: performance.now() }
      timer.refresh()
      send(toLine(progress))
    },
    stop: () => clearInterval(timer),
  }
}

function toLine(progress: CheckProgress): Line {
  return { states: progress.states, share: progressShare(progress), text: describeProgress(progress) }
}
