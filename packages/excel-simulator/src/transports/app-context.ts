import type { Session } from '../protocol/types';
import type { JsonObject } from '../protocol/wire';
import { readDocumentSettings } from './document-settings';

/** OSF.AppName.ExcelWebApp. */
const EXCEL_ON_THE_WEB = 16;
const READ_WRITE = 1;

/** Returns what office.js learns of its host when it starts (OSF.OfficeAppContext). */
export function createAppContext(
  session: Session,
  { documentUrl, controlId }: { documentUrl: string; controlId: string },
): JsonObject {
  return {
    _id: controlId,
    _appName: EXCEL_ON_THE_WEB,
    _appVersion: '16.00',
    _appMinorVersion: 1,
    _hostFullVersion: '16.0.0.0',
    _appUILocale: session.locale,
    _dataLocale: session.locale,
    _docUrl: documentUrl,
    _clientMode: READ_WRITE,
    _settings: readDocumentSettings(session).map(([name, text]) => [name, text]),
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: controlId,
    _appInstanceId: controlId,
    _addinName: '',
    _requirementMatrix: JSON.stringify(session.requirementSets),
    _appDomains: [],
    _featureGates: {},
    _clientWindowHeight: 0,
    _clientWindowWidth: 0,
    _initialDisplayMode: 0,
  };
}
