import type { Session } from '../../batch/session';

export type Theme = {
  bodyBackgroundColor: string;
  bodyForegroundColor: string;
  controlBackgroundColor: string;
  controlForegroundColor: string;
};

export type AppContextOptions = {
  instanceId: string;
  /** Name and JSON text, as Office.context.document.settings keeps them. */
  settings: [string, string][];
  documentUrl: string;
  readOnly: boolean;
  theme?: Theme;
};

/** office.js's number for Excel on the web (OSF.AppName.ExcelWebApp). */
const EXCEL_ON_THE_WEB = 16;

/** What office.js asks for first: where it is, in which language, with which requirement sets and settings. */
export const appContext = (session: Session, options: AppContextOptions): Record<string, unknown> => ({
  _id: options.instanceId,
  _appName: EXCEL_ON_THE_WEB,
  _appVersion: '16.00',
  _appMinorVersion: 1,
  _appUILocale: session.locale,
  _dataLocale: session.locale,
  _docUrl: options.documentUrl,
  _clientMode: options.readOnly ? 0 : 1,
  _settings: options.settings,
  _reason: 'documentOpened',
  // Versions as texts: 1.10 as a number would be 1.1.
  _requirementMatrix: JSON.stringify(session.requirementSets),
  _appInstanceId: options.instanceId,
  _osfControlType: 1,
  _eToken: '',
  _correlationId: options.instanceId,
  _hostFullVersion: '16.0.0.0',
  _addinName: '',
  _appDomains: [],
  _featureGates: {},
  _clientWindowHeight: 0,
  _clientWindowWidth: 0,
  _initialDisplayMode: 0,
  ...(options.theme ? { _officeTheme: JSON.stringify(options.theme) } : {}),
});
