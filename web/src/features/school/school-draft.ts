import type { School, SchoolEdit } from '../../api/schools';
import { type Fault, problemOf } from '../../parts/problem-fields';
import type { ProblemError } from '../../api/problem-error';
import { type Fact, facts } from './school-facts';

/** A school as it stands on the form: text where something is typed. */
export interface SchoolDraft {
  readonly name: string;
  /** Empty: derived. */
  readonly shortName: string;
  readonly type: string;
  readonly phase: string;
  readonly needs: readonly string[];
  readonly needsInvented: boolean;
  /** UID; empty: none; `OTHER`: one that the register does not know yet. */
  readonly trust: string;
  readonly trustUid: string;
  readonly trustName: string;
  readonly region: string;
  readonly laCode: string;
  readonly town: string;
  readonly postcode: string;
  readonly lat: string;
  readonly lon: string;
  readonly calendarId: string;
  readonly status: School['status'];
  readonly openedOn: string;
  readonly closedOn: string;
  readonly predecessorUrns: string;
}

export const OTHER_TRUST = 'OTHER';

export function draftOf(school: School): SchoolDraft {
  return {
    name: school.name,
    shortName: school.shortName ?? '',
    type: school.type,
    phase: school.phase ?? '',
    needs: school.needs,
    needsInvented: school.needsInvented,
    trust: school.trust?.uid ?? '',
    trustUid: '',
    trustName: '',
    region: school.region,
    laCode: school.laCode ?? '',
    town: school.town ?? '',
    postcode: school.postcode ?? '',
    lat: school.lat === null ? '' : String(school.lat),
    lon: school.lon === null ? '' : String(school.lon),
    calendarId: school.calendarId ?? '',
    status: school.status,
    openedOn: school.openedOn ?? '',
    closedOn: school.closedOn ?? '',
    predecessorUrns: school.predecessorUrns.join(', '),
  };
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** The school that the form describes; what is typed where a number belongs is sent as it is, for the server to judge. */
function described(draft: SchoolDraft, trusts: ReadonlyMap<string, string>): Record<Fact, unknown> {
  const number = (text: string) => {
    const given = orNull(text);
    return given === null || Number.isNaN(Number(given)) ? given : Number(given);
  };
  const trust =
    draft.trust === ''
      ? null
      : draft.trust === OTHER_TRUST
        ? { uid: draft.trustUid.trim(), name: draft.trustName.trim() }
        : { uid: draft.trust, name: trusts.get(draft.trust) ?? draft.trust };
  return {
    name: draft.name.trim(),
    shortName: orNull(draft.shortName),
    type: draft.type.trim(),
    phase: orNull(draft.phase),
    needs: [...draft.needs].sort(),
    needsInvented: draft.needsInvented,
    trust,
    region: draft.region,
    laCode: orNull(draft.laCode),
    town: orNull(draft.town),
    postcode: orNull(draft.postcode),
    lat: number(draft.lat),
    lon: number(draft.lon),
    calendarId: orNull(draft.calendarId),
    status: draft.status,
    openedOn: orNull(draft.openedOn),
    closedOn: orNull(draft.closedOn),
    predecessorUrns: draft.predecessorUrns.split(/[\s,;]+/).filter((urn) => urn !== ''),
  };
}

/** What the form changes of a school; nothing where it says the same. Its shape is judged by the server. */
export function editOf(
  base: School,
  draft: SchoolDraft,
  trusts: ReadonlyMap<string, string>,
): SchoolEdit {
  const next = described(draft, trusts);
  const known = described(
    draftOf(base),
    new Map(base.trust ? [[base.trust.uid, base.trust.name]] : []),
  );
  const changed = facts.filter(
    (fact) => JSON.stringify(next[fact]) !== JSON.stringify(known[fact]),
  );
  return Object.fromEntries(changed.map((fact) => [fact, next[fact]]));
}

/** What must be filled in before anything is sent; undefined: nothing is missing. */
export function missingOf(draft: SchoolDraft): ProblemError | undefined {
  const faults: Fault[] = [];
  const need = (text: string, fact: Fact, message: string) => {
    if (text.trim() === '') faults.push({ pointer: `#/${fact}`, field: fact, message });
  };
  need(draft.name, 'name', 'Enter the school’s name.');
  need(draft.type, 'type', 'Enter the type of school.');
  if (draft.trust === OTHER_TRUST) {
    need(draft.trustUid, 'trust', 'Enter the UID of the trust.');
    need(draft.trustName, 'trust', 'Enter the name of the trust.');
  }
  return faults.length === 0 ? undefined : problemOf(faults);
}
