import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { slotInWords } from '../calendar/words.js';
import { Author } from '../platform/author.js';
import { Clock } from '../platform/clock.js';
import { closures, declareClosure, withdrawClosure } from './closures.js';
import { editSchool } from './edit-school.js';
import { admit, dismiss, membershipsOf } from './membership.js';
import { listSchools } from './school-list.js';
import { holdSchool, versionOfSchool } from './school-facts-versions.js';
import { schoolByUrn } from './school-register.js';
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
    return this.writing(async (manager, author) =>
      schoolView(await editSchool(manager, urn, version, edit, author)),
    );
  }

  async family(urn: string): Promise<{ items: string[] }> {
    await this.get(urn);
    return { items: await urnFamily(this.dataSource.manager, urn) };
  }

  async closures(urn: string): Promise<ClosureList> {
    await this.get(urn);
    const { manager } = this.dataSource;
    const version = await versionOfSchool(manager, urn, 'school_closure');
    return { version, items: (await closures(manager, [urn])).get(urn) ?? [] };
  }

  async declareClosure(urn: string, closure: NewClosure): Promise<ClosureView> {
    await this.writing((manager, author) => declareClosure(manager, urn, closure, author));
    return closure;
  }

  /** @throws Refusal when the closures of the school were changed since that version */
  async withdrawClosure(urn: string, version: number, from: string): Promise<void> {
    await this.writing(async (manager, author) => {
      await holdSchool(manager, urn, 'school_closure', version);
      await withdrawClosure(manager, urn, from, author);
    });
  }

  async memberships(urn: string): Promise<MembershipList> {
    await this.get(urn);
    const { manager } = this.dataSource;
    const version = await versionOfSchool(manager, urn, 'membership');
    return { version, items: await membershipsOf(manager, urn) };
  }

  admit(urn: string, version: number, period: MembershipPeriod): Promise<MembershipList> {
    return this.changeMembership(urn, version, period, admit);
  }

  dismiss(urn: string, version: number, period: MembershipPeriod): Promise<MembershipList> {
    return this.changeMembership(urn, version, period, dismiss);
  }

  /** @throws Refusal when the membership of the school was changed since that version */
  private async changeMembership(
    urn: string,
    version: number,
    { from, to = null }: MembershipPeriod,
    make: typeof admit,
  ): Promise<MembershipList> {
    await this.writing(async (manager, author) => {
      await holdSchool(manager, urn, 'membership', version);
      await make(manager, urn, { from, to }, author);
    });
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

  private writing<T>(work: (manager: EntityManager, author: string) => Promise<T>): Promise<T> {
    return this.dataSource.transaction((manager) => work(manager, this.author.name));
  }
}

function withWords<S extends { week: string; window: 'MON_WED' | 'WED_FRI' }>(
  slot: S,
): S & { inWords: string } {
  return { ...slot, inWords: slotInWords(slot.week, slot.window) };
}
