import type { ComponentProps } from 'react'

import styles from './Button.module.css'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly variant?: 'filled' | 'outlined' | 'quiet'
  readonly size?: 'sm' | 'md' | 'lg'
}

export function Button({ variant = 'filled', size = 'md', type = 'button', ...props }: ButtonProps) {
  return <button {...props} type={type} className={styles.button} data-variant={variant} data-size={size} />
}
