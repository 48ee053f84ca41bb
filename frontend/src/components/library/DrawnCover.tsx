import { COVER_COLORS } from '../../theme/coverColors.ts'
import { breakTitle } from './breakTitle.ts'
import styles from './DrawnCover.module.css'

interface DrawnCoverProps {
  readonly title: string
  readonly author: string | null
}

const LINE_HEIGHT = 34

/** A cover with the title, for a gamebook without an image. The color depends on the title. */
export function DrawnCover({ title, author }: DrawnCoverProps) {
  const { cloth, gilt } = COVER_COLORS[hash(title) % COVER_COLORS.length] ?? COVER_COLORS[0]
  const lines = breakTitle(title)
  const top = 150 - ((lines.length - 1) * LINE_HEIGHT) / 2
  return (
    <svg viewBox="0 0 300 400" aria-hidden="true" className={styles.drawn}>
      <rect width="300" height="400" fill={cloth} />
      <g fill="none" stroke={gilt}>
        <rect x="22" y="18" width="260" height="364" strokeWidth="2" />
        <rect x="28" y="24" width="248" height="352" strokeWidth="0.75" />
        <path d="M84 262h42M178 262h42" strokeWidth="1" />
      </g>
      <path d="M152 244c4 9 8 13 18 18-10 5-14 9-18 18-4-9-8-13-18-18 10-5 14-9 18-18Z" fill={gilt} />
      <g fill={gilt} textAnchor="middle">
        {lines.map((line, index) => (
          <text key={index} x="152" y={top + index * LINE_HEIGHT} fontSize="27">
            {line}
          </text>
        ))}
        {author !== null && (
          <text x="152" y="346" fontSize="14" letterSpacing="1">
            {author.length > 30 ? `${author.slice(0, 29)}…` : author}
          </text>
        )}
      </g>
    </svg>
  )
}

/** FNV-1a, which gives similar titles different colors. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return value >>> 0
}
