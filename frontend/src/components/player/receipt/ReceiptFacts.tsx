import { playerText } from '../../../text/player.ts'
import type { Effect } from '../../../types/api.ts'
import styles from './ReceiptDetails.module.css'
import { formatArguments, formatRoll, formatValue, narrationOf } from './formatReceipt.ts'

type ReceiptFactsProps = Pick<Effect, 'args' | 'edge' | 'roll' | 'changes' | 'effects'>

/** Arguments, roll and changes of an action and of its effects. */
export function ReceiptFacts({ args, edge, roll, changes, effects = [] }: ReceiptFactsProps) {
  const formattedArgs = formatArguments(args)
  return (
    <>
      {formattedArgs.length > 0 && (
        <>
          <dt>{playerText('receipt.arguments')}</dt>
          <dd>
            {formattedArgs.map(([key, value], index) => (
              <span key={key}>
                {index > 0 && ', '}
                {key}: <code dir="auto">{value}</code>
              </span>
            ))}
          </dd>
        </>
      )}
      {edge !== undefined && (
        <>
          <dt>{playerText('receipt.edge')}</dt>
          <dd>
            <code dir="auto">{edge}</code>
          </dd>
        </>
      )}
      {roll !== undefined && (
        <>
          <dt>{playerText('receipt.roll')}</dt>
          <dd>{formatRoll(roll)}</dd>
        </>
      )}
      {changes.length > 0 && (
        <>
          <dt>{playerText('receipt.changes')}</dt>
          {changes.map(({ entity, field, before, after, clamped }, index) => (
            <dd key={index}>
              {entity}.{field}: <code dir="auto">{formatValue(before)}</code> →{' '}
              <code dir="auto">{formatValue(after)}</code>
              {clamped === true && ` ${playerText('receipt.clamped')}`}
            </dd>
          ))}
        </>
      )}
      {effects.length > 0 && (
        <>
          <dt>{playerText('receipt.effects')}</dt>
          {effects.map((effect, index) => (
            <dd key={index} className={styles.effect}>
              {effect.action}
              <EffectFacts effect={effect} />
            </dd>
          ))}
        </>
      )}
    </>
  )
}

/** The author's text of a narration as prose; the facts of any other effect. */
function EffectFacts({ effect }: { readonly effect: Effect }) {
  const narration = narrationOf(effect)
  if (narration !== null) {
    return (
      <p className={styles.narration} dir="auto">
        {narration}
      </p>
    )
  }
  return (
    <dl className={styles.facts}>
      <ReceiptFacts {...effect} />
    </dl>
  )
}
