import type { StoredSchool } from './school-register.js';
import type { SchoolView } from './school.schema.js';
import { bareSchoolName } from './short-names.js';

/** A school on the register as it is shown, with what it is called where it has no short name of its own. */
export function schoolView(school: StoredSchool): SchoolView {
  return {
    ...school,
    derivedShortName: bareSchoolName(school.name),
    needs: [...school.needs],
    predecessorUrns: [...school.predecessorUrns],
  };
}
