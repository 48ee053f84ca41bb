import type { InlineSpan } from './parseInline.ts'
import styles from './Prose.module.css'
import { InlineText } from './InlineText.tsx'
import { splitWords } from './splitWords.ts'

/** The newest words have one element each while they fade in. */
const FADING_WORDS = 12
/** Older words are joined in chunks of this size, which keeps long paragraphs cheap to render. */
const CHUNK_WORDS = 40

interface StreamingTextProps {
  readonly spans: readonly InlineSpan[]
}

/** Text that fades in word by word. */
export function StreamingText({ spans }: StreamingTextProps) {
  const words = spans.flatMap(splitWords)
  const settled = Math.max(0, Math.floor((words.length - FADING_WORDS) / CHUNK_WORDS)) * CHUNK_WORDS
  const chunks = Array.from({ length: settled / CHUNK_WORDS }, (_, index) =>
    join(words.slice(index * CHUNK_WORDS, (index + 1) * CHUNK_WORDS)),
  )
  return (
    <>
      {chunks.map((chunk, index) => (
        <InlineText key={index} spans={chunk} />
      ))}
      {words.slice(settled).map((word, index) => (
        <span key={settled + index} className={styles.word}>
          <InlineText spans={[word]} />
        </span>
      ))}
    </>
  )
}

function join(words: readonly InlineSpan[]): InlineSpan[] {
  const joined: InlineSpan[] = []
  for (const word of words) {
    const last = joined.at(-1)
    if (last?.isEmphasized === word.isEmphasized && last.isStrong === word.isStrong)
      joined[joined.length - 1] = { ...last, text: last.text + word.text }
    else joined.push(word)
  }
  return joined
}
