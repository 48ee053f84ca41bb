import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react'

import { VisuallyHidden } from '../../common/VisuallyHidden.tsx'
import { playerText } from '../../../text/player.ts'
import type { PanelField } from '../../../types/api.ts'
import { Bar } from './Bar.tsx'
import styles from './StatePanel.module.css'

interface FieldValueProps {
  readonly field: PanelField
}

/** A field in the form that its author chose. */
export function FieldValue({ field }: FieldValueProps) {
  switch (field.show) {
    case 'bar':
      return <Bar {...field} />
    case 'text':
      return <LabelAndText label={field.label} text={field.text} />
    case 'list':
      return (
        <>
          <span className={styles.label} dir="auto">
            {field.label}
          </span>
          {field.items.length === 0 ? (
            <p className={styles.empty} dir="auto">
              {field.text}
            </p>
          ) : (
            <ul className={styles.list}>
              {field.items.map((item, index) => (
                <li key={index} dir="auto">
                  {item}
                </li>
              ))}
            </ul>
          )}
        </>
      )
    case 'icon':
      if (field.isOn === null) return <LabelAndText label={field.label} text={field.text} />
      return <OnOff label={field.label} text={field.text} isOn={field.isOn} />
  }
}

function LabelAndText({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <p className={styles.line}>
      <bdi className={styles.label}>{label}</bdi>{' '}
      <bdi className={styles.text}>{text === '' ? playerText('panel.noValue') : text}</bdi>
    </p>
  )
}

interface OnOffProps {
  readonly label: string
  readonly text: string
  readonly isOn: boolean
}

function OnOff({ label, text, isOn }: OnOffProps) {
  const Icon = isOn ? IconCircleCheckFilled : IconCircle
  return (
    <p className={styles.sign} data-on={isOn || undefined}>
      <Icon size={15} stroke={1.5} aria-hidden="true" />
      <bdi>{label}</bdi>
      <VisuallyHidden>{playerText('panel.labeled', { value: text })}</VisuallyHidden>
    </p>
  )
}
