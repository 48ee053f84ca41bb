import styles from './Ornament.module.css'

/** Separates two parts of the story when it continues at another place. */
export function Ornament() {
  return (
    <svg className={styles.ornament} viewBox="0 0 84 14" role="presentation" aria-hidden="true">
      <path d="M0 7h26M58 7h26" stroke="currentColor" strokeWidth="0.75" />
      <path
        d="M42 1.500c1.800 2.700 3.200 4 6.500 5.500-3.300 1.500-4.700 2.800-6.500 5.500-1.800-2.700-3.200-4-6.500-5.500 3.300-1.500 4.700-2.800 6.500-5.500Z"
        fill="currentColor"
      />
      <circle cx="31" cy="7" r="1.300" fill="currentColor" />
      <circle cx="53" cy="7" r="1.300" fill="currentColor" />
    </svg>
  )
}
