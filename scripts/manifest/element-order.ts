/**
 * Order of child elements in an add-in-only manifest. Excel refuses a manifest whose children stand in another
 * order. Source: the XSD files of [MS-OWEMXML] and Microsoft's manifest reference.
 */
export const ELEMENT_ORDER: Record<string, readonly string[]> = {
  OfficeApp: [
    'Id',
    'AlternateId',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources', 'VersionOverrides'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  CustomTab: ['OverriddenByRibbonApi', 'Group', 'Label', 'InsertAfter', 'InsertBefore'],
  OfficeMenu: ['Control'],
  Group: ['OverriddenByRibbonApi', 'Label', 'Icon', 'Control'],
  Control: ['OverriddenByRibbonApi', 'Label', 'ToolTip', 'Supertip', 'Icon', 'Action', 'Items', 'Enabled'],
  Supertip: ['Title', 'Description'],
  Action: ['TaskpaneId', 'SourceLocation', 'Title', 'SupportsPinning', 'FunctionName'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
};

/** Longest texts that Office shows, in characters (Microsoft's manifest reference). */
export const MAX_LENGTH = {
  resid: 32,
  shortString: 125,
  longString: 250,
  displayName: 125,
  description: 250,
};
