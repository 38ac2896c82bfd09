import { type ReactElement, useEffect, useRef, useState } from 'react';
import styles from './DropDown.module.css';

type DropDownProps = {
  place: { left: number; top: number; minWidth: number };
  choices: string[];
  current: string;
  label: string;
  onPick: (choice: string) => void;
  onClose: () => void;
};

/** The list of a cell with a drop-down. */
export function DropDown({ place, choices, current, label, onPick, onClose }: DropDownProps): ReactElement {
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(Math.max(0, choices.indexOf(current)));
  useEffect(() => list.current?.focus(), []);
  useEffect(() => void list.current?.children[at]?.scrollIntoView({ block: 'nearest' }), [at]);
  return (
    <ul
      ref={list}
      className={styles.list}
      role="listbox"
      aria-label={label}
      aria-activedescendant={`choice-${at}`}
      tabIndex={0}
      style={place}
      onBlur={onClose}
      onKeyDown={(event) => {
        event.stopPropagation();
        event.preventDefault();
        if (event.key === 'ArrowDown') setAt(Math.min(choices.length - 1, at + 1));
        else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
        else if (event.key === 'Enter' || event.key === ' ') onPick(choices[at] ?? '');
        else if (event.key === 'Escape' || event.key === 'Tab') onClose();
      }}
    >
      {choices.map((choice, index) => (
        <li
          key={choice}
          id={`choice-${index}`}
          role="option"
          aria-selected={index === at}
          onMouseDown={(event) => {
            event.preventDefault();
            onPick(choice);
          }}
        >
          {choice}
        </li>
      ))}
    </ul>
  );
}
