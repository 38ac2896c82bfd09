import { registerIcons } from 'office-ui-fabric-react/lib/Styling';
import type { ReactElement } from 'react';

function drawIcon(path: string): ReactElement {
  return (
    <svg
      viewBox="0 0 20 20"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      aria-hidden="true"
    >
      <path d={path} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

/** The few icons that Fluent's controls ask for, drawn here: no icon font, no other origin. */
export function registerPaneIcons(): void {
  registerIcons({
    fontFace: { fontFamily: 'inherit' },
    style: { display: 'inline-flex', alignItems: 'center', justifyContent: 'center' },
    icons: {
      add: drawIcon('M10 4v12M4 10h12'),
      calendar: drawIcon('M3.500 5h13v11.500h-13zM3.500 8.500h13M7 3v3.500M13 3v3.500'),
      up: drawIcon('M10 16V4M5 9l5-5 5 5'),
      down: drawIcon('M10 4v12M5 11l5 5 5-5'),
      cancel: drawIcon('M5 5l10 10M15 5L5 15'),
      clear: drawIcon('M5 5l10 10M15 5L5 15'),
      checkmark: drawIcon('M4 10.500l4 4 8-9'),
      chevrondown: drawIcon('M5 7.500l5 5 5-5'),
      chevronup: drawIcon('M5 12.500l5-5 5 5'),
      chevronright: drawIcon('M7.500 5l5 5-5 5'),
      completed: drawIcon('M3 10a7 7 0 1 0 14 0a7 7 0 1 0-14 0M6.500 10.300l2.500 2.500 4.500-5'),
      error: drawIcon('M3 10a7 7 0 1 0 14 0a7 7 0 1 0-14 0M10 6v5M10 13.800v.1'),
      errorbadge: drawIcon('M3 10a7 7 0 1 0 14 0a7 7 0 1 0-14 0M7.500 7.500l5 5M12.500 7.500l-5 5'),
      help: drawIcon(
        'M3 10a7 7 0 1 0 14 0a7 7 0 1 0-14 0M7.800 8a2.200 2.200 0 1 1 3.200 2c-.7.400-1 .9-1 1.600M10 14v.1',
      ),
      history: drawIcon('M3.500 4v4h4M4 8a6.500 6.500 0 1 1-.500 3.500M10 6.500V10l2.500 2'),
      info: drawIcon('M3 10a7 7 0 1 0 14 0a7 7 0 1 0-14 0M10 9v5M10 6.300v.1'),
      import: drawIcon('M10 3v8.500M6.500 8.500L10 12l3.500-3.500M3.500 12.500v4h13v-4'),
      mark: drawIcon('M3.500 3.500h13v13h-13zM6.500 10l2.500 2.500 4.500-5'),
      summary: drawIcon('M3.500 16.500h13M5.500 16.500v-5M10 16.500v-12M14.500 16.500v-8'),
      paper: drawIcon('M5 2.500h7l3.500 3.500v11.500H5zM12 2.500V6h3.500M7.500 10h5.500M7.500 13h5.500'),
      units: drawIcon('M10 3L3 7h14zM5 7v7M8.300 7v7M11.700 7v7M15 7v7M3 14.500h14M3 17h14'),
      edit: drawIcon('M4 16l.800-3.200L13.500 4.100l2.400 2.400L7.200 15.200zM11.800 5.800l2.400 2.400'),
      more: drawIcon('M4 10h.1M10 10h.1M16 10h.1'),
      search: drawIcon('M4 8.500a4.500 4.500 0 1 0 9 0a4.500 4.500 0 1 0-9 0M12 12l4.500 4.500'),
      settings: drawIcon(
        'M7.500 10a2.500 2.500 0 1 0 5 0a2.500 2.500 0 1 0-5 0M10 2.500v2M10 15.500v2M2.500 10h2M15.500 10h2M4.700 4.700l1.400 1.400M13.900 13.900l1.400 1.400M15.300 4.700l-1.400 1.400M6.100 13.900l-1.400 1.400',
      ),
      undo: drawIcon('M7 4L3.500 7.500 7 11M3.500 7.500H12a4.500 4.500 0 0 1 0 9H9'),
      redo: drawIcon('M13 4l3.500 3.500L13 11M16.500 7.500H8a4.500 4.500 0 0 0 0 9h3'),
      warning: drawIcon('M10 3L2.500 16.500h15zM10 8v4.500M10 14.500v.1'),
    },
  });
}
