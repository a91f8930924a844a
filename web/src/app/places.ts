/** The pages of the bar, in the order of the work. Those of a term follow the term that is chosen. */
export interface Place {
  readonly label: string;
  readonly to: string;
  /** Whether the page belongs to the chosen term. */
  readonly ofTerm: boolean;
  /** Pages at these addresses belong to the place as well. */
  readonly within?: RegExp;
}

export const places: readonly Place[] = [
  { label: 'Term', to: '/terms/$term', ofTerm: true },
  { label: 'Pre-flight', to: '/terms/$term/preflight', ofTerm: true },
  {
    label: 'Plan',
    to: '/terms/$term/plan',
    ofTerm: true,
    within: /^\/terms\/[^/]+\/(plans\/(?!.*\/(unplaced|map)$)|compare)/,
  },
  {
    label: 'Unplaced',
    to: '/terms/$term/unplaced',
    ofTerm: true,
    within: /\/unplaced$/,
  },
  { label: 'Map', to: '/terms/$term/map', ofTerm: true, within: /\/map$/ },
  { label: 'Reviews', to: '/terms/$term/reviews', ofTerm: true },
  { label: 'Schools', to: '/schools', ofTerm: false },
  { label: 'Leads', to: '/terms/$term/leads', ofTerm: true },
  { label: 'Availability', to: '/terms/$term/availability', ofTerm: true },
  { label: 'Reports', to: '/reports', ofTerm: false, within: /^\/reports/ },
  { label: 'Import', to: '/imports', ofTerm: false },
  { label: 'Settings', to: '/settings', ofTerm: false },
];

/** Pages that the bar has no room for: they are gone to by name, and from the pages that they belong to. */
export const placesBeside: readonly Place[] = [
  { label: 'If somebody drops out', to: '/terms/$term/drop-outs', ofTerm: true },
];
