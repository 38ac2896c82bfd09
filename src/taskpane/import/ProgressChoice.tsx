import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import type { ReactElement } from 'react';
import { useTranslation } from '../shell/use-translation';

type ProgressChoiceProps = {
  isChosen: boolean;
  /** Nothing would be written. */
  isDisabled: boolean;
  onChange: (isChosen: boolean) => void;
};

/** The button that writes stands below it. */
const SPACED = { root: { marginBottom: 10 } };

/** Whether *Tiến độ* is made with what is imported. */
export function ProgressChoice({ isChosen, isDisabled, onChange }: ProgressChoiceProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Checkbox
      label={t('pane.withProgress')}
      checked={isChosen}
      disabled={isDisabled}
      onChange={(_, checked = false) => onChange(checked)}
      styles={SPACED}
    />
  );
}
