import { Button } from '@mantine/core'
import { Link } from 'wouter'

import styles from './NoModels.module.css'

interface FirstModelProps {
  /** Makes the built-in narrator anew where it was deleted; null where it is there. */
  readonly onAddBuiltin: (() => void) | null
}

/** Nobody has added a model yet: two ways to go on. */
export function NoModels({ onAddBuiltin }: FirstModelProps) {
  return (
    <div className={styles.ways}>
      <div className={styles.way}>
        <h2 className={styles.heading}>Play without a model: the built-in narrator</h2>
        <p>It tells the author’s own words and keeps the rules. No key, no costs, nothing leaves this machine.</p>
        {onAddBuiltin === null ? (
          <Link href="/">To the gamebooks</Link>
        ) : (
          <Button variant="default" onClick={onAddBuiltin}>
            Bring it back
          </Button>
        )}
      </div>
      <div className={styles.way}>
        <h2 className={styles.heading}>Add a model</h2>
        <p>A language model of your choice tells the story: of a provider with your key, or on your own machine.</p>
        <Button component={Link} href="/models/new">
          Add a model
        </Button>
      </div>
    </div>
  )
}
