import type { InlineSpan } from './parseInline.ts'
import styles from './Prose.module.css'
import { InlineText } from './InlineText.tsx'

/** The newest words keep elements of their own while they fade in… */
const FADING_WORDS = 12
/** …the others are joined by so many, so that a long paragraph stays cheap to draw. */
const CHUNK_WORDS = 40

interface LiveWordsProps {
  readonly runs: readonly InlineSpan[]
}

/** Words as they arrive. */
export function StreamingText({ runs }: LiveWordsProps) {
  const words = runs.flatMap(splitWords)
  const settled = Math.max(0, Math.floor((words.length - FADING_WORDS) / CHUNK_WORDS)) * CHUNK_WORDS
  const chunks = Array.from({ length: settled / CHUNK_WORDS }, (_, index) =>
    join(words.slice(index * CHUNK_WORDS, (index + 1) * CHUNK_WORDS)),
  )
  return (
    <>
      {chunks.map((chunk, index) => (
        <InlineText key={index} runs={chunk} />
      ))}
      {words.slice(settled).map((word, index) => (
        <span key={settled + index} className={styles.word}>
          <InlineText runs={[word]} />
        </span>
      ))}
    </>
  )
}

function splitWords(run: InlineSpan): InlineSpan[] {
  return (run.text.match(/\s*\S+\s*|\s+/g) ?? []).map((text) => ({ ...run, text }))
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
