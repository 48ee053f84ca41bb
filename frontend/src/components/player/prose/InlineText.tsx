import type { InlineSpan } from './parseInline.ts'

interface RunsProps {
  readonly runs: readonly InlineSpan[]
}

export function InlineText({ runs }: RunsProps) {
  return runs.map((run, index) => <RunText key={index} {...run} />)
}

function RunText({ text, isEmphasized, isStrong }: InlineSpan) {
  if (isStrong) return <strong>{isEmphasized ? <em>{text}</em> : text}</strong>
  return isEmphasized ? <em>{text}</em> : text
}
