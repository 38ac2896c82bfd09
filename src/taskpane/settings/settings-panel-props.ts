import type { DraftErrors, SettingsDraft } from './settings-draft';

/** What each part of the screen is given: the fields, what is wrong in them, and the way to change some. */
export type SettingsPanelProps = {
  draft: SettingsDraft;
  wrongs: DraftErrors;
  set: (typed: Partial<SettingsDraft>) => void;
};
