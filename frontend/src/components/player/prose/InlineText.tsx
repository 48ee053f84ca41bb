import type { InlineSpan } from './parseInline.ts'

interface InlineTextProps {
  readonly spans: readonly InlineSpan[]
}

export function InlineText({ spans }: InlineTextProps) {
  return spans.map((span, index) => <Span key={index} {...span} />)
}

function Span({ text, isEmphasized, isStrong }: InlineSpan) {
  if (isStrong) return <strong>{isEmphasized ? <em>{text}</em> : text}</strong>
  return isEmphasized ? <em>{text}</em> : text
}
