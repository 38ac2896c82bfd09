/** 2026-01-16 → 16/01/2026, as offices write it; '' stays. */
export const formatEditionDate = (iso: string): string => iso.split('-').reverse().join('/');
