import type { ReactElement, ReactNode } from 'react';
import styles from './Chip.module.css';

export type ChipTone = 'success' | 'neutral' | 'warning' | 'danger';

/** Renders a state by colour and word; the sign repeats the colour for those who do not see it. */
export function Chip({
  tone,
  sign,
  children,
}: {
  tone: ChipTone;
  sign?: string;
  children: ReactNode;
}): ReactElement {
  return (
    <span className={`${styles.chip} ${styles[tone]}`}>
      {sign !== undefined && <span aria-hidden="true">{sign} </span>}
      {children}
    </span>
  );
}
