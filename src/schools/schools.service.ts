import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { slotInWords } from '../calendar/words.js';
import { Author } from '../platform/author.js';
import { Clock } from '../platform/clock.js';
import { brokenConstraint, databaseErrorCode } from '../platform/database.js';
import { Refusal } from '../platform/problems/refusal.js';
import { closures, declareClosure, withdrawClosure } from './closures.js';
import { admit, dismiss, membershipsOf } from './membership.js';
import { listSchools } from './school-list.js';
import { changeSchool, schoolByUrn } from './school-register.js';
import { schoolView } from './school-view.js';
import type {
  ClosureList,
  ClosureView,
  MembershipList,
  MembershipPeriod,
  NewClosure,
  SchoolEdit,
  SchoolPage,
  SchoolQuery,
  SchoolView,
  TermCalendarView,
  WindowList,
} from './school.schema.js';
import { termCalendar } from './term-calendar.js';
import { urnFamily } from './urn-families.js';

/** Use cases about schools, each one transaction. */
@Injectable()
export class SchoolsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly author: Author,
  ) {}

  list(query: SchoolQuery): Promise<SchoolPage> {
    return listSchools(this.dataSource.manager, query, this.clock.today());
  }

  async get(urn: string): Promise<SchoolView> {
    return schoolView(await schoolByUrn(this.dataSource.manager, urn));
  }

  /** @throws Refusal when the school was changed since, or the edit names what is not there */
  async edit(urn: string, version: number, edit: SchoolEdit): Promise<SchoolView> {
    return this.writing(async (manager, author) => {
      const known = await schoolByUrn(manager, urn);
      // A field that was not sent is left out: it never means "empty".
      const given = Object.fromEntries(
        Object.entries(edit).filter(([, value]) => value !== undefined),
      );
      const after = { ...known, ...given };
      if ((after.lat === null) !== (after.lon === null)) {
        throw refusedField(
          'HALF_A_POSITION',
          after.lat === null ? 'lat' : 'lon',
          'lat and lon belong together: give both or neither.',
        );
      }
      await refuseUnknownNeeds(manager, after.needs);
      if (after.shortName !== null && after.shortName !== known.shortName) {
        await refuseTakenName(manager, urn, after.shortName);
      }
      await changeSchool(
        manager,
        { ...after, needs: [...new Set(after.needs)].sort() },
        version,
        author,
      );
      return schoolView(await schoolByUrn(manager, urn));
    });
  }

  async family(urn: string): Promise<{ items: string[] }> {
    await this.get(urn);
    return { items: await urnFamily(this.dataSource.manager, urn) };
  }

  async closures(urn: string): Promise<ClosureList> {
    await this.get(urn);
    return { items: (await closures(this.dataSource.manager, [urn])).get(urn) ?? [] };
  }

  async declareClosure(urn: string, closure: NewClosure): Promise<ClosureView> {
    await this.writing((manager, author) => declareClosure(manager, urn, closure, author));
    return closure;
  }

  async withdrawClosure(urn: string, from: string): Promise<void> {
    await this.writing((manager, author) => withdrawClosure(manager, urn, from, author));
  }

  async memberships(urn: string): Promise<MembershipList> {
    await this.get(urn);
    return { items: await membershipsOf(this.dataSource.manager, urn) };
  }

  async admit(urn: string, { from, to }: MembershipPeriod): Promise<MembershipList> {
    await this.writing((manager, author) => admit(manager, urn, { from, to: to ?? null }, author));
    return this.memberships(urn);
  }

  async dismiss(urn: string, { from, to }: MembershipPeriod): Promise<MembershipList> {
    await this.writing((manager, author) =>
      dismiss(manager, urn, { from, to: to ?? null }, author),
    );
    return this.memberships(urn);
  }

  /** Every window of the term for a school, usable or with the reason why not. */
  async windows(urn: string, termId: string): Promise<WindowList> {
    await this.get(urn);
    const calendar = await termCalendar(this.dataSource.manager, termId);
    return { termId, items: calendar.windowsOf(urn).map(withWords) };
  }

  async termCalendar(termId: string): Promise<TermCalendarView> {
    const { weeks, closed } = await termCalendar(this.dataSource.manager, termId);
    return { termId, weeks, closed: closed.map(withWords) };
  }

  private async writing<T>(
    work: (manager: EntityManager, author: string) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.dataSource.transaction((manager) => work(manager, this.author.name));
    } catch (error) {
      throw inWords(error);
    }
  }
}

function withWords<S extends { week: string; window: 'MON_WED' | 'WED_FRI' }>(
  slot: S,
): S & { inWords: string } {
  return { ...slot, inWords: slotInWords(slot.week, slot.window) };
}

async function refuseUnknownNeeds(manager: EntityManager, needs: readonly string[]): Promise<void> {
  const known = await manager.query<{ code: string }[]>('SELECT code FROM need ORDER BY code');
  const codes = known.map(({ code }) => code);
  const unknown = needs.filter((need) => !codes.includes(need));
  if (unknown.length === 0) return;
  throw refusedField(
    'UNKNOWN_NEED',
    'needs',
    `${unknown.join(', ')} is not a need code. Use one of ${codes.join(', ')}.`,
  );
}

/** Two schools that are called the same cannot be told apart on a board. */
async function refuseTakenName(
  manager: EntityManager,
  urn: string,
  shortName: string,
): Promise<void> {
  const [other] = await manager.query<{ name: string; town: string | null }[]>(
    `SELECT name, town FROM school
     WHERE urn <> $1 AND removed_at IS NULL AND lower($2) IN (lower(short_name), lower(name))
     ORDER BY urn LIMIT 1`,
    [urn, shortName],
  );
  if (other === undefined) return;
  const school = other.town === null ? other.name : `${other.name}, ${other.town}`;
  throw refusedField(
    'NAME_TAKEN',
    'shortName',
    `${school} is called “${shortName}” already. Choose another short name, such as one with the town.`,
  );
}

const registers: Record<string, { field: keyof SchoolEdit; words: string }> = {
  school_region_fkey: { field: 'region', words: 'region' },
  school_la_code_fkey: { field: 'laCode', words: 'local authority (laCode)' },
  school_calendar_id_fkey: { field: 'calendarId', words: 'school calendar (calendarId)' },
};

/** A refusal for what one field says, which a form shows beside it. */
function refusedField(code: string, field: keyof SchoolEdit, message: string): Refusal {
  return new Refusal(code, message, 422, [{ pointer: `#/${field}`, field, message }]);
}

/** What the database refuses, said kindly; anything else is passed on. */
function inWords(error: unknown): unknown {
  const constraint = brokenConstraint(error) ?? '';
  const register = registers[constraint];
  if (databaseErrorCode(error) === '23503' && register !== undefined) {
    return refusedField(
      'UNKNOWN_REFERENCE',
      register.field,
      `There is no such ${register.words}. Correct it.`,
    );
  }
  if (constraint === 'school_short_name_is_its_own') {
    return refusedField(
      'NAME_TAKEN',
      'shortName',
      'Somebody else has just called another school so. Choose another short name.',
    );
  }
  if (constraint === 'school_does_not_precede_itself') {
    return refusedField(
      'PRECEDES_ITSELF',
      'predecessorUrns',
      'A school does not precede itself. Correct predecessorUrns.',
    );
  }
  return error;
}
