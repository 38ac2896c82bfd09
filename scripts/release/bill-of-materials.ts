import { spawnSync } from 'node:child_process';

export type BundledPackage = {
  name: string;
  version: string;
  license: string;
  /** The package that the part was taken from, where it is no package itself; npm does not know of it then. */
  embeddedIn?: string;
};

type Component = {
  name: string;
  version: string;
  'bom-ref': string;
  type?: string;
  licenses?: { expression: string }[];
};
type BillOfMaterials = {
  bomFormat: string;
  specVersion: string;
  serialNumber?: string;
  metadata: { timestamp?: string; component: { name: string; version: string } };
  components: Component[];
  dependencies: { ref: string; dependsOn?: string[] }[];
};

const getPackageKey = ({ name, version }: { name: string; version: string }): string => `${name}@${version}`;

/** Restores the name of a package: npm lists it under the name it is installed as, but its reference has the real one. */
function restorePackageName(component: Component): Component {
  return {
    ...component,
    name: component['bom-ref'].slice(0, component['bom-ref'].lastIndexOf('@')),
  };
}

function createEmbeddedComponent({ name, version, license, embeddedIn }: BundledPackage): Component {
  return {
    type: 'library',
    name,
    version,
    'bom-ref': `${embeddedIn}/${name}@${version}`,
    licenses: [{ expression: license }],
  };
}

/**
 * The CycloneDX bill of materials of what is bundled: npm's own for the installed tree, with only the packages that the
 * pages are made of. Nothing in it reports when or where it was made, so that equal releases are equal files.
 */
export function filterBundled(full: BillOfMaterials, bundled: readonly BundledPackage[]): BillOfMaterials {
  const keys = new Set(bundled.map(getPackageKey));
  const embedded = bundled.filter(({ embeddedIn }) => embeddedIn !== undefined).map(createEmbeddedComponent);
  const components = [
    ...full.components.map(restorePackageName).filter((component) => keys.has(getPackageKey(component))),
    ...embedded,
  ];
  const refs = new Set([
    ...components.map((component) => component['bom-ref']),
    getPackageKey(full.metadata.component),
  ]);
  const { timestamp: _, ...metadata } = full.metadata;
  const { serialNumber: __, ...rest } = full;
  return {
    ...rest,
    metadata,
    components,
    dependencies: full.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) })),
  };
}

/** Bundled packages that the bill does not name: none where it is whole. */
export function findMissingPackages(
  { components }: BillOfMaterials,
  bundled: readonly BundledPackage[],
): string[] {
  const named = new Set(components.map(getPackageKey));
  return bundled.map(getPackageKey).filter((key) => !named.has(key));
}

/** npm's bill of everything that is installed, as read by `npm sbom`. */
export function readInstalledBill(folder: string): BillOfMaterials {
  const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as BillOfMaterials;
}
