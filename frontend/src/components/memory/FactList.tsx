import { memoryText } from '../../text/memory.ts'
import type { SessionMemory } from '../../types/api.ts'
import styles from './MemoryPage.module.css'

interface FactListProps {
  readonly facts: SessionMemory['facts']
}

/** The facts by group, in the order in which the groups began. */
export function FactList({ facts }: FactListProps) {
  return (
    <section className={styles.section}>
      <details className={styles.details}>
        <summary>{memoryText('facts.title')}</summary>
        <ul className={styles.facts}>
          {[...groupFacts(facts)].map(([group, texts]) => (
            <li key={group}>
              <b dir="auto">{group}:</b>{' '}
              {texts.map((text, index) => (
                <span key={text}>
                  {index > 0 && '; '}
                  <bdi>{text}</bdi>
                </span>
              ))}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function groupFacts(facts: FactListProps['facts']): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>()
  for (const { group, text } of facts) groups.set(group, [...(groups.get(group) ?? []), text])
  return groups
}
