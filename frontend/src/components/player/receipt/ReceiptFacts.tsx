import type { Effect } from '../../../types/api.ts'
import styles from './ReceiptDetails.module.css'
import { tellArgs, tellRoll, tellValue } from './formatReceipt.ts'

type ReceiptFactsProps = Pick<Effect, 'args' | 'roll' | 'changes' | 'effects'>

/** What was asked for, rolled and changed, and the same of what followed from it. */
export function ReceiptFacts({ args, roll, changes, effects = [] }: ReceiptFactsProps) {
  const given = tellArgs(args)
  return (
    <>
      {given.length > 0 && (
        <>
          <dt>With</dt>
          <dd>
            {given.map(([key, value], index) => (
              <span key={key}>
                {index > 0 && ', '}
                {key}: <code>{value}</code>
              </span>
            ))}
          </dd>
        </>
      )}
      {roll !== undefined && (
        <>
          <dt>Roll</dt>
          <dd>{tellRoll(roll)}</dd>
        </>
      )}
      {changes.length > 0 && (
        <>
          <dt>Changes</dt>
          {changes.map(({ entity, field, before, after, clamped }, index) => (
            <dd key={index}>
              {entity}.{field}: <code>{tellValue(before)}</code> → <code>{tellValue(after)}</code>
              {clamped === true && ' (stopped at its bound)'}
            </dd>
          ))}
        </>
      )}
      {effects.length > 0 && (
        <>
          <dt>Then</dt>
          {effects.map((effect, index) => (
            <dd key={index} className={styles.effect}>
              {effect.action}
              <dl className={styles.facts}>
                <ReceiptFacts {...effect} />
              </dl>
            </dd>
          ))}
        </>
      )}
    </>
  )
}
