/**
 * Imported before Fluent: reports it to fetch no fonts from another origin. The pane uses the machine's own, which
 * have Vietnamese letters.
 */
(window as Window & { FabricConfig?: { fontBaseUrl: string } }).FabricConfig = { fontBaseUrl: '' };

export {};
