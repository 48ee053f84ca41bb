import type { Run } from './parseInline.ts'

interface RunsProps {
  readonly runs: readonly Run[]
}

export function Runs({ runs }: RunsProps) {
  return runs.map((run, index) => <RunText key={index} {...run} />)
}

function RunText({ text, isEmphasized, isStrong }: Run) {
  if (isStrong) return <strong>{isEmphasized ? <em>{text}</em> : text}</strong>
  return isEmphasized ? <em>{text}</em> : text
}
