import { memoryText } from '../../text/memory.ts'
import type { SessionMemory } from '../../types/api.ts'
import styles from './MemoryBar.module.css'

interface MemoryBarProps {
  readonly memory: SessionMemory
}

/** How full a request is, by what fills it. The legend has the same numbers as text. */
export function MemoryBar({ memory }: MemoryBarProps) {
  const { sent, budget, window } = memory
  if (budget === null || window === null) return null
  const tokensOf = (...parts: readonly Part[]): number =>
    sent.reduce((sum, { part, tokens }) => (parts.includes(part) ? sum + tokens : sum), 0)
  const used = sent.reduce((sum, { tokens }) => sum + tokens, 0)
  const parts = [
    { key: 'rules', tokens: tokensOf('rules', 'tools') },
    { key: 'memory', tokens: tokensOf('facts', 'summary', 'notes') },
    { key: 'turns', tokens: tokensOf('turns') },
    { key: 'moment', tokens: tokensOf('state', 'actions') },
  ] as const
  const free = Math.max(0, budget - used)
  return (
    <div className={styles.figure}>
      <div className={styles.bar} role="img" aria-label={memoryText('bar.label', { used, budget })}>
        {parts.map(({ key, tokens }) => tokens > 0 && <i key={key} data-part={key} style={{ flexGrow: tokens }} />)}
        <i data-part="free" style={{ flexGrow: free }} />
      </div>
      <ul className={styles.legend}>
        {parts.map(
          ({ key, tokens }) =>
            tokens > 0 && (
              <li key={key} data-part={key}>
                {memoryText(`bar.${key}`, { tokens })}
              </li>
            ),
        )}
        <li data-part="free">{memoryText('bar.free', { tokens: free, budget })}</li>
      </ul>
      <p className={styles.window}>{memoryText('bar.window', { source: window.source, window: window.tokens })}</p>
    </div>
  )
}

type Part = SessionMemory['sent'][number]['part']
