import type { VI_PLAN_READING } from '../vi/plan-reading';

export const EN_PLAN_READING: Record<keyof typeof VI_PLAN_READING, string> = {
  'plan.read': 'Read a plan from {file}: {items} items, {bases} legal bases, {targets} targets.',
  'plan.head': 'Plan[[: {title}]][[, number {number}]][[, of {date}]][[, by {issuer}]].',
  'plan.item': '{section}[[ – {number}]]: {text}[[ (timing: {timing})]]',
  'plan.target': 'Target {comparator} {value}[[ {unit}]]: {text}',
};
