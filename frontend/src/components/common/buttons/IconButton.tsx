import type { ComponentProps } from 'react'

import styles from './IconButton.module.css'

interface IconButtonProps extends ComponentProps<'button'> {
  readonly 'aria-label': string
}

export function IconButton({ className = '', ...props }: IconButtonProps) {
  return <button type="button" {...props} className={`${styles.button} ${className}`} />
}
