import type { viIntake } from './vi-intake';

export const enIntake: Record<keyof typeof viIntake, string> = {
  'plan.read': 'Read a plan from {file}: {items} items, {bases} legal bases, {targets} targets.',
  'plan.head': 'Plan: {title}[[, number {number}]][[ of {date}]][[ by {issuer}]].',
  'plan.item': '{section}[[ – {number}]]: {text}',
  'plan.target': 'Target {comparator} {value}[[ {unit}]]: {text}',
};
