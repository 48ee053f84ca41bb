import type { ReactNode } from 'react'
import { Link } from 'wouter'

import styles from './Button.module.css'

interface ButtonLinkProps {
  readonly href: string
  readonly variant?: 'filled' | 'outlined'
  readonly size?: 'sm' | 'md' | 'lg'
  readonly children: ReactNode
}

/** A link that looks like a button. */
export function ButtonLink({ href, variant = 'filled', size = 'md', children }: ButtonLinkProps) {
  return (
    <Link href={href} className={styles.button} data-variant={variant} data-size={size}>
      {children}
    </Link>
  )
}
