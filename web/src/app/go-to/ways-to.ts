import type { Destinations } from '../../api/destinations';
import { leadTarget, reviewTarget, schoolTarget, type Target } from '../../parts/term-links';
import type { Place } from '../places';

/** Somewhere that can be gone to. */
export interface Way {
  readonly key: string;
  readonly kind: 'Pages' | 'Reviews of the term' | 'Schools' | 'Lead Reviewers';
  readonly name: string;
  readonly detail: string;
  readonly target: Target;
}

export interface WaysFrom {
  readonly term: string | undefined;
  /** The newest plan of the term; undefined where there is none. */
  readonly plan: string | undefined;
  /** Whether the app has a page at a kind of address. */
  readonly isPage: (to: string) => boolean;
}

/** The ways for what is typed, kind by kind: pages first, as they are few. */
export function waysTo(
  text: string,
  places: readonly Place[],
  found: Destinations | undefined,
  from: WaysFrom,
): Way[] {
  const ways = [...pages(text, places, from), ...(found ? finds(found, from) : [])];
  return ways.filter(({ target }) => from.isPage(target.to));
}

function pages(text: string, places: readonly Place[], { term }: WaysFrom): Way[] {
  const typed = text.trim().toLowerCase();
  return places
    .filter(({ label }) => label.toLowerCase().includes(typed))
    .filter(({ ofTerm }) => !ofTerm || term !== undefined)
    .map(({ label, to, ofTerm }) => ({
      key: to,
      kind: 'Pages',
      name: label,
      detail: '',
      target: { to, params: ofTerm ? { term: term ?? '' } : {} },
    }));
}

function finds({ schools, people }: Destinations, { term, plan }: WaysFrom): Way[] {
  const ofPlan = term !== undefined && plan !== undefined ? { term, plan } : undefined;
  const reviews = schools.flatMap(({ name, town, review }): Way[] => {
    if (review === null || !ofPlan) return [];
    const target = reviewTarget(ofPlan.term, ofPlan.plan, review);
    const detail = [town, review].filter(Boolean).join(', ');
    return [{ key: review, kind: 'Reviews of the term', name, detail, target }];
  });
  const itself = schools.map(({ urn, name, town }): Way => {
    const detail = [town, `URN ${urn}`].filter(Boolean).join(', ');
    return { key: urn, kind: 'Schools', name, detail, target: schoolTarget(urn) };
  });
  const leads = people.map(({ code, name, region }): Way => {
    const target = leadTarget(term ?? '', plan ?? '', code);
    return { key: code, kind: 'Lead Reviewers', name, detail: `${region}, ${code}`, target };
  });
  return [...reviews, ...(ofPlan ? leads : []), ...itself];
}
