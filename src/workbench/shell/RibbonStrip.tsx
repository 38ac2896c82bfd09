import type { ReactElement } from 'react';
import type { Ribbon, RibbonButton } from './parse-ribbon';
import styles from './RibbonStrip.module.css';

type RibbonStripProps = { ribbon: Ribbon; label: string; onPress: (button: RibbonButton) => void };

/** The add-in's own tab, as its manifest describes it. */
export function RibbonStrip({ ribbon, label, onPress }: RibbonStripProps): ReactElement {
  return (
    <div className={styles.ribbon} role="toolbar" aria-label={`${label}: ${ribbon.tab}`}>
      {ribbon.groups.map((group) => (
        <div key={group.id} className={styles.group} role="group" aria-label={group.label}>
          <div className={styles.buttons}>
            {group.buttons.map((button) => (
              <button key={button.id} type="button" title={button.tip} onClick={() => onPress(button)}>
                <img src={button.icon} alt="" width="28" height="28" />
                <span>{button.label}</span>
              </button>
            ))}
          </div>
          <span className={styles.caption} aria-hidden="true">
            {group.label}
          </span>
        </div>
      ))}
    </div>
  );
}
