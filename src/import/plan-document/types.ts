import type { Edition } from '../../annex/types';

/** A document the plan is based on ("Căn cứ …", "Thực hiện …"). Unknown parts are ''. */
export type LegalBasis = {
  /** "Quyết định", "Kế hoạch" … */
  type: string;
  /** Number and sign, e.g. "289/QĐ-BNV". */
  number: string;
  /** ISO date or ''. */
  date: string;
  agency: string;
  subject: string;
};

/** A task, objective or requirement of a plan, as printed. */
export type PlanItem = {
  /** Where it stands: "II", "II.1"; under a group of those responsible "II.2.*1". */
  section: string;
  /** Title of that section. */
  sectionTitle: string;
  /** As printed: "1.10"; '' for bullets and paragraphs without a number. */
  number: string;
  text: string;
  /** What its label says ("Thời gian: …"), else the dates and recurrences its text names, as printed. */
  timing: string[];
  /** What the labels of the item say; '' where it has none. */
  leadUnit: string;
  coordinatingUnit: string;
  product: string;
};

export type Comparator = '=' | '>=' | '<=' | '>' | '<';

/** A figure to be reached. */
export type PlanTarget = {
  /** The clause that states it. */
  text: string;
  comparator: Comparator;
  value: number;
  /** "%", "thứ hạng", "yêu cầu" … */
  unit: string;
  /** Index of its item. */
  item: number;
};

export type PlanSection = { number: string; title: string };

/** A plan in prose. */
export type PlanDocument = {
  kind: 'plan';
  edition: Edition;
  legalBases: LegalBasis[];
  sections: PlanSection[];
  items: PlanItem[];
  targets: PlanTarget[];
};
