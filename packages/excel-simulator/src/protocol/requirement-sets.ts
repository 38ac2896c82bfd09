import sets from './api-sets.json';
import type { RequirementSets } from './types';

/**
 * The set that introduced each served member: "Class.member" → "1.7" of ExcelApi, or "ExcelApiOnline 1.1".
 */
const MEMBER_SETS: Record<string, string> = sets;

/** Returns true if `version` is at least `least`; "1.10" is above "1.9". */
function isVersionAtLeast(version: string, least: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

/**
 * Returns the set of a member.
 * @returns null when the documentation names none.
 */
export function getRequirement(member: string): { set: string; version: string } | null {
  const entry = MEMBER_SETS[member];
  if (entry === undefined) return null;
  const [first = '', second] = entry.split(' ');
  return second === undefined ? { set: 'ExcelApi', version: first } : { set: first, version: second };
}

/**
 * Returns true if the advertised sets include the member. Members without a set are internal to office.js.
 */
export function isAdvertised(advertised: RequirementSets, member: string): boolean {
  const required = getRequirement(member);
  if (!required) return true;
  const key = Object.keys(advertised).find((name) => name.toLowerCase() === required.set.toLowerCase());
  const version = key === undefined ? undefined : advertised[key];
  return version !== undefined && isVersionAtLeast(version, required.version);
}
