import { IconButton } from 'office-ui-fabric-react/lib/Button';
import { Callout } from 'office-ui-fabric-react/lib/Callout';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { lazy, type ReactElement, Suspense, useEffect, useRef, useState } from 'react';
import { formatDate, type IsoDate, parseIsoDate } from '../../shared/dates';
import { useTranslation } from '../shell/use-translation';
import styles from './DateField.module.css';
import { parseTypedDate } from './parse-typed-date';

const formatValue = (value: IsoDate): string => (parseIsoDate(value) ? formatDate(value) : value);
const toValue = (text: string): IsoDate => parseTypedDate(text) ?? text;

const DateCalendar = lazy(async () => ({ default: (await import('./DateCalendar')).DateCalendar }));

type DateFieldProps = {
  label?: string;
  ariaLabel?: string;
  description?: string;
  /** '' for none; a text that is no date stays as it is. */
  value: IsoDate;
  /** Gets '' when the field is emptied, and the text itself while it is no date: it must not be taken for one. */
  onChange: (date: IsoDate) => void;
};

/** A date typed as dd/mm/yyyy whatever the language of the browser, or picked in a calendar. */
export function DateField({ label, ariaLabel, description, value, onChange }: DateFieldProps): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState(formatValue(value));
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLDivElement>(null);
  const parsed = parseTypedDate(text);
  // The value was changed elsewhere: the sheet, another field, a choice in the calendar.
  useEffect(() => {
    setText((before) => (toValue(before) === value ? before : formatValue(value)));
  }, [value]);
  return (
    <>
      <div className={label === undefined ? styles.field : `${styles.field} ${styles.labelled}`}>
        <TextField
          label={label}
          ariaLabel={ariaLabel}
          description={description}
          placeholder={t('date.placeholder')}
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={(_, typed = '') => {
            setText(typed);
            onChange(toValue(typed));
          }}
          onBlur={() => parsed && setText(formatDate(parsed))}
          {...(parsed === null ? { errorMessage: t('date.wrong') } : {})}
        />
        <div ref={button} className={styles.button}>
          <IconButton
            iconProps={{ iconName: 'Calendar' }}
            title={t('date.pick')}
            ariaLabel={t('date.pick')}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          />
        </div>
      </div>
      {isOpen && (
        <Callout target={button} setInitialFocus isBeakVisible={false} onDismiss={() => setOpen(false)}>
          <Suspense fallback={null}>
            <DateCalendar
              value={parsed ?? ''}
              onPick={(date) => {
                setText(formatDate(date));
                setOpen(false);
                onChange(date);
              }}
            />
          </Suspense>
        </Callout>
      )}
    </>
  );
}
