import { isExcelSupported } from './capabilities';

/** Colours of the Office theme as "#rrggbb"; Excel on the web gives none. */
export type OfficeColors = { background: string; text: string };

type OfficeStartup = {
  /** BCP 47, e.g. "vi-VN". */
  language: string;
  colors: OfficeColors | null;
  /** False outside of Excel and in an Excel below the required version. */
  supported: boolean;
};

/** Waits until Office is ready and returns what the pane needs before it renders. */
export async function startOffice(): Promise<OfficeStartup> {
  const { host } = await Office.onReady();
  const { displayLanguage, officeTheme } = Office.context;
  const { bodyBackgroundColor: background, bodyForegroundColor: text } = officeTheme ?? {};
  return {
    language: displayLanguage ?? 'vi-VN',
    colors: background && text ? { background, text } : null,
    supported: host === Office.HostType.Excel && isExcelSupported(),
  };
}
