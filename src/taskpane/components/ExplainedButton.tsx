import { DefaultButton, type IButtonProps, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import type { ReactElement } from 'react';
import styles from './ExplainedButton.module.css';

type ExplainedButtonProps = IButtonProps & {
  primary?: boolean;
  /** Why the button cannot be pressed now; null if it can be. */
  why: string | null;
};

/**
 * A button that says why it is disabled: where the mouse rests, and to whoever reaches it by keyboard, which a disabled
 * button of HTML does not allow.
 */
export function ExplainedButton({ primary = false, why, ...button }: ExplainedButtonProps): ReactElement {
  const Button = primary ? PrimaryButton : DefaultButton;
  if (why === null) return <Button {...button} />;
  return (
    <Button
      {...button}
      className={`${button.className ?? ''} ${styles.explained}`}
      disabled
      allowDisabledFocus
      // Read out as the description of the button.
      title={why}
      data-why={why}
      onClick={undefined}
      menuProps={undefined}
    />
  );
}
