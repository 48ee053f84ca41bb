import type { ReactNode } from 'react'
import { Link } from 'wouter'

import styles from './Button.module.css'

interface ButtonLinkProps {
  readonly href: string
  readonly size?: 'md' | 'lg'
  readonly children: ReactNode
}

/** A link that looks like a filled button. */
export function ButtonLink({ href, size = 'md', children }: ButtonLinkProps) {
  return (
    <Link href={href} className={styles.button} data-variant="filled" data-size={size}>
      {children}
    </Link>
  )
}
