import type { MarkedSpan } from './markSpans.ts'
import type { InlineSpan } from './parseInline.ts'
import styles from './Prose.module.css'

interface InlineTextProps {
  readonly spans: readonly MarkedSpan[]
}

export function InlineText({ spans }: InlineTextProps) {
  return spans.map((span, index) => <Span key={index} {...span} />)
}

function Span({ isMarked = false, ...span }: MarkedSpan) {
  return isMarked ? (
    <mark className={styles.marked}>
      <Styled {...span} />
    </mark>
  ) : (
    <Styled {...span} />
  )
}

function Styled({ text, isEmphasized, isStrong }: InlineSpan) {
  if (isStrong) return <strong>{isEmphasized ? <em>{text}</em> : text}</strong>
  return isEmphasized ? <em>{text}</em> : text
}
