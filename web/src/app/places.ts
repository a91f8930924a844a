/** The pages of the bar, in the order of the work. Those of a term follow the term that is chosen. */
export interface Place {
  readonly label: string;
  readonly to: string;
  /** Whether the page belongs to the chosen term. */
  readonly ofTerm: boolean;
  /** Pages below this address belong to the place as well. */
  readonly within?: string;
}

export const places: readonly Place[] = [
  { label: 'Term', to: '/terms/$term', ofTerm: true },
  { label: 'Pre-flight', to: '/terms/$term/preflight', ofTerm: true },
  { label: 'Plan', to: '/terms/$term/plan', ofTerm: true, within: '/terms/$term/plans/' },
  { label: 'Unplaced', to: '/terms/$term/unplaced', ofTerm: true },
];
