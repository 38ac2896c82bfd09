import { type ReactElement, useRef } from 'react';
import { ExplainedButton } from './ExplainedButton';

export type FilePickerProps = {
  label: string;
  /** Endings, with dots and commas. */
  accept: string;
  disabled: boolean;
  /** Why no file can be picked now. */
  why?: string | null;
  primary?: boolean;
  multiple?: boolean;
  onPick: (files: File[]) => void;
};

/** A button that asks for files of the user's. The same file can be picked twice. */
export function FilePicker({
  label,
  accept,
  disabled,
  why = null,
  primary = false,
  multiple = false,
  onPick,
}: FilePickerProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <ExplainedButton
        primary={primary}
        text={label}
        why={why}
        disabled={disabled}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        aria-label={label}
        accept={accept}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) onPick(files);
        }}
      />
    </>
  );
}
