import { type ReactElement, useEffect, useRef } from 'react';
import styles from './CellMenu.module.css';
import type { RibbonButton } from './parse-ribbon';

type CellMenuProps = {
  place: { left: number; top: number };
  buttons: readonly RibbonButton[];
  label: string;
  onPress: (button: RibbonButton) => void;
  onClose: () => void;
};

/** The menu of a cell: what the add-in's manifest puts there. */
export function CellMenu({ place, buttons, label, onPress, onClose }: CellMenuProps): ReactElement {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => menu.current?.querySelector('button')?.focus(), []);
  const step = (by: number): void => {
    const items = [...(menu.current?.querySelectorAll('button') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    items[(at + by + items.length) % items.length]?.focus();
  };
  return (
    <div
      ref={menu}
      className={styles.menu}
      role="menu"
      aria-label={label}
      style={place}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') step(1);
        else if (event.key === 'ArrowUp') step(-1);
        else if (event.key === 'Escape' || event.key === 'Tab') onClose();
        else return;
        event.preventDefault();
      }}
    >
      {buttons.map((button) => (
        <button
          key={button.id}
          type="button"
          role="menuitem"
          title={button.tip}
          onClick={() => {
            onClose();
            onPress(button);
          }}
        >
          <img src={button.icon} alt="" width="20" height="20" />
          <span>{button.label}</span>
        </button>
      ))}
    </div>
  );
}
