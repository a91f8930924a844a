/** Where the screens of a term are, for links from one to another. */
export interface Target {
  readonly to: string;
  readonly params: Readonly<Record<string, string>>;
  readonly search?: Readonly<Record<string, string>>;
  readonly hash?: string;
}

/** What can be done, as the API names it, with the references that the screen for it needs. */
export interface ActionLike {
  readonly kind: string;
  readonly plan: string | null;
  readonly run: string | null;
  readonly week: string | null;
  readonly reviews: readonly string[];
  readonly leads: readonly string[];
  readonly urns: readonly string[];
}

export function termTarget(term: string): Target {
  return { to: '/terms/$term', params: { term } };
}

export function preflightTarget(term: string, more: Pick<Target, 'search' | 'hash'> = {}): Target {
  return { to: '/terms/$term/preflight', params: { term }, ...more };
}

export function runTarget(term: string): Target {
  return { to: '/terms/$term/run', params: { term } };
}

export function boardTarget(term: string, plan: string, search: Target['search'] = {}): Target {
  return { to: '/terms/$term/plans/$plan', params: { term, plan }, search };
}

export function reviewTarget(term: string, plan: string, review: string): Target {
  return { to: '/terms/$term/plans/$plan/reviews/$review', params: { term, plan, review } };
}

export function mapTarget(term: string, plan: string, search: Target['search'] = {}): Target {
  return { to: '/terms/$term/plans/$plan/map', params: { term, plan }, search };
}

export function unplacedTarget(term: string, plan: string, search: Target['search'] = {}): Target {
  return { to: '/terms/$term/plans/$plan/unplaced', params: { term, plan }, search };
}

export function dropOutsTarget(term: string, plan: string): Target {
  return { to: '/terms/$term/plans/$plan/drop-outs', params: { term, plan } };
}

export function dropOutTarget(term: string, plan: string, lead: string): Target {
  return { to: '/terms/$term/plans/$plan/drop-outs/$lead', params: { term, plan, lead } };
}

export function leadTarget(
  term: string,
  plan: string,
  lead: string,
  search: Target['search'] = {},
): Target {
  return { to: '/terms/$term/plans/$plan/leads/$lead', params: { term, plan, lead }, search };
}

export function schoolTarget(urn: string): Target {
  return { to: '/schools/$urn', params: { urn } };
}

export function reviewsTarget(term: string, search: Target['search'] = {}): Target {
  return { to: '/terms/$term/reviews', params: { term }, search };
}

export function leadsTarget(term: string, search: Target['search'] = {}): Target {
  return { to: '/terms/$term/leads', params: { term }, search };
}

export function availabilityTarget(term: string, search: Target['search'] = {}): Target {
  return { to: '/terms/$term/availability', params: { term }, search };
}

/** The screen on which a thing is done; one that needs a plan is the register where there is none. */
export function actionTarget(term: string, action: ActionLike): Target {
  const { plan, run, week } = action;
  const [review] = action.reviews;
  const [lead] = action.leads;
  const [urn] = action.urns;
  switch (action.kind) {
    case 'IMPORT':
      return { to: '/imports', params: {} };
    case 'OPEN_ROUND':
      return availabilityTarget(term);
    case 'SEE_UNANSWERED':
      return availabilityTarget(term, { answer: 'none' });
    case 'SEE_WINDOWS_NOT_KNOWN':
      return reviewsTarget(term, { windows: 'not-known' });
    case 'SEE_SCHOOL':
      return urn === undefined ? { to: '/schools', params: {} } : schoolTarget(urn);
    case 'SEE_LEAD':
      if (lead === undefined) return leadsTarget(term);
      return plan === null ? leadsTarget(term, { lead }) : leadTarget(term, plan, lead);
    case 'RECORD_CHECK':
      if (lead === undefined) return leadsTarget(term);
      return plan === null
        ? leadsTarget(term, { lead })
        : leadTarget(term, plan, lead, { correct: 'gate' });
    case 'RECORD':
      return lead === undefined
        ? { to: '/reports/commitments', params: {} }
        : { to: '/reports/commitments/leads/$lead', params: { lead } };
    case 'SEE_REVIEW':
      if (review === undefined) return reviewsTarget(term);
      return plan === null ? reviewsTarget(term, { review }) : boardTarget(term, plan, { review });
    case 'SEE_UNDER_TARGET':
      return leadsTarget(term, { target: 'under' });
    case 'SEE_BOARD':
      return plan === null ? termTarget(term) : boardTarget(term, plan);
    case 'SEE_UNPLACED':
      return plan === null ? reviewsTarget(term) : unplacedTarget(term, plan);
    case 'SEE_PREFLIGHT':
      return week === null
        ? preflightTarget(term)
        : preflightTarget(term, { search: { week }, hash: 'supply' });
    case 'SEE_RUN':
      return run === null
        ? runTarget(term)
        : { to: '/terms/$term/runs/$run', params: { term, run } };
    case 'RUN':
      return runTarget(term);
    default:
      return reviewsTarget(term, review === undefined ? {} : { review });
  }
}
