import { memoryText } from '../../text/memory.ts'
import type { SessionMemory } from '../../types/api.ts'
import { PartsBar } from '../common/PartsBar.tsx'
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
    { key: 'rules', color: 'third', size: tokensOf('rules', 'tools') },
    { key: 'memory', color: 'second', size: tokensOf('facts', 'summary', 'notes') },
    { key: 'turns', color: 'first', size: tokensOf('turns') },
    { key: 'moment', color: 'ink', size: tokensOf('state', 'actions') },
  ] as const
  const filled = parts.filter(({ size }) => size > 0)
  const free = Math.max(0, budget - used)
  return (
    <>
      <PartsBar
        label={memoryText('bar.label', { used, budget })}
        parts={[...filled, { key: 'free', color: 'hollow', size: free }]}
        legend={[
          ...filled.map(({ key, color, size }) => ({ key, color, label: memoryText(`bar.${key}`, { tokens: size }) })),
          { key: 'free', color: 'hollow', label: memoryText('bar.free', { tokens: free, budget }) },
        ]}
      />
      <p className={styles.window}>{memoryText('bar.window', { source: window.source, window: window.tokens })}</p>
    </>
  )
}

type Part = SessionMemory['sent'][number]['part']
