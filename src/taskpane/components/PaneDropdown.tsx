import { Dropdown, type IDropdownProps } from 'office-ui-fabric-react/lib/Dropdown';
import { ResponsiveMode } from 'office-ui-fabric-react/lib/ResponsiveMode';
import type { ReactElement } from 'react';

/** Long choices break into lines; the list is as wide as the pane allows. */
const STYLES: NonNullable<IDropdownProps['styles']> = {
  callout: { maxWidth: 'calc(100vw - 16px)' },
  dropdownItem: { height: 'auto', minHeight: 32, whiteSpace: 'normal' },
  dropdownItemSelected: { height: 'auto', minHeight: 32, whiteSpace: 'normal' },
  dropdownOptionText: { whiteSpace: 'normal' },
};

/**
 * A drop-down whose choices open below its field at every width. Fluent's own puts them over the whole pane where it is
 * narrow, away from the field.
 */
export function PaneDropdown(props: IDropdownProps): ReactElement {
  return (
    <Dropdown
      responsiveMode={ResponsiveMode.large}
      dropdownWidth="auto"
      calloutProps={{ calloutMaxHeight: 360, directionalHintFixed: false }}
      styles={STYLES}
      {...props}
    />
  );
}
