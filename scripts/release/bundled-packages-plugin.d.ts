import type { BundledPackage } from './bill-of-materials';
import type { EmbeddedPart } from './embedded-parts';

export type DescribedPart = BundledPackage & { homepage: string; author: string; texts: string[] };

export function describeEmbeddedPart(root: string, part: EmbeddedPart): DescribedPart;
export function formatNotice(described: DescribedPart): string;
