import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { counted } from '../../allocations/summary/phrases.js';
import { termsOf, yearById } from '../../calendar/academic-years.js';
import { type Term } from '../../calendar/usable-windows.js';
import { weekdayInWords } from '../../calendar/words.js';
import { Author } from '../../platform/author.js';
import { Clock } from '../../platform/clock.js';
import { type RegisterView } from '../../registers/files/register-file.js';
import { PHASES } from '../../schools/school-record.js';
import { type Moment, ReportMoments, yearInWords } from '../moment.js';
import { inYearOfTerm } from '../term-of-year.js';
import { behindOf } from './behind-figure.js';
import { CHANGE_KINDS, CAUSERS } from './changes.js';
import { changesFile, groupsFile, schoolsFile } from './coverage-file.js';
import {
  type Coverage,
  coverageOf,
  countedGroups,
  changeTable,
  type Scope,
} from './coverage-report.js';
import {
  changesInWords,
  CHANGE_NAMES,
  CUT_NAMES,
  draftsInWords,
  headlineOf,
  leftInWords,
  noticeInWords,
  phaseInWords,
  publishingInWords,
  reasonInWords,
  REASON_NAMES,
  stagesInWords,
  WHO,
} from './coverage-words.js';
import type {
  CoverageBehindQuery,
  CoverageFileQuery,
  CoverageMembersQuery,
  CoverageQuery,
  CoverageReport,
  CoverageReviews,
  LeftSchools,
  LeftSchoolsQuery,
  MemberSchools,
} from './coverage.schema.js';
import { type Cut, CUTS, groupsByCut } from './cuts.js';
import { newestDrafts } from './draft-plans.js';
import { countsIn, figuresOf } from './figures.js';
import { loadCoverage } from './load-coverage.js';
import { membersBehind } from './members-behind.js';
import { noticeOf } from './notice.js';
import { REASONS } from './why-not-covered.js';

/** A year or a term of it, picked out. */
interface Found extends Coverage {
  moment: Moment;
  /** Of the year, in order. */
  terms: Term[];
  termName: (id: string | null) => string | null;
}

/** Reports of coverage: counted from reviews, seats and what is on record of them. */
@Injectable()
export class CoverageReports {
  constructor(
    private readonly moments: ReportMoments,
    private readonly clock: Clock,
    private readonly author: Author,
  ) {}

  /** @throws Refusal when there is no such year or term, or the term is of another year */
  report(query: CoverageQuery): Promise<CoverageReport> {
    return this.looking(query, async (manager, found) => reportOf(manager, query, found));
  }

  /** The reviews behind one figure, of all that is shown or of one group. */
  behind(query: CoverageBehindQuery): Promise<CoverageReviews> {
    return this.looking(query, (manager, found) =>
      behindOf(manager, query, { ...found, termName: found.termName }),
    );
  }

  /** Member schools of all that is shown or of one group, whether a review is due there or not. */
  members(query: CoverageMembersQuery): Promise<MemberSchools> {
    return this.looking(query, (_, found) => Promise.resolve(membersBehind(query, found)));
  }

  /** Member schools without anybody to lead a review, each with the reason. */
  schools(query: LeftSchoolsQuery): Promise<LeftSchools> {
    return this.looking(query, (_, { left, termName }) => {
      const items = left
        .filter(({ reason }) => query.reason === undefined || reason === query.reason)
        .map(({ school, review, reason }) => ({
          urn: school.urn,
          school: school.name,
          region: school.region,
          phase: phaseInWords(school.phase),
          review: review?.code ?? null,
          term: termName(review?.termId ?? null),
          reason,
          reasonWords: reasonInWords(reason, review),
        }));
      return Promise.resolve({
        title: `${counted(items.length, 'school')} without anybody to lead a review`,
        items,
      });
    });
  }

  async file({
    table,
    ...query
  }: CoverageFileQuery): Promise<{ view: RegisterView; name: string }> {
    const report = await this.report(query);
    const made = { author: this.author.name, madeAt: this.clock.now() };
    if (table === 'groups') {
      return { view: groupsFile(report, query, made), name: `coverage-${report.asAt}` };
    }
    if (table === 'changes') {
      const name = `changes-after-publication-${report.asAt}`;
      return { view: changesFile(report, query, made), name };
    }
    const { academicYear, asAt, knownAt, term, region, phase } = query;
    const schools = await this.schools({ academicYear, asAt, knownAt, term, region, phase });
    return {
      view: schoolsFile(report, schools.items, query, made),
      name: `schools-without-a-lead-${report.asAt}`,
    };
  }

  private looking<T>(
    query: Scope & {
      academicYear?: string | undefined;
      asAt?: string | undefined;
      knownAt?: string | undefined;
    },
    work: (manager: EntityManager, found: Found) => Promise<T>,
  ): Promise<T> {
    return this.moments.reading(query, async (manager, asked) => {
      const moment = await inYearOfTerm(manager, query, asked);
      const year = await yearById(manager, moment.academicYear);
      const facts = await loadCoverage(manager, year, moment);
      const terms = await termsOf(manager, year.id);
      const names = new Map(terms.map(({ id, name }) => [id, name]));
      return work(manager, {
        ...coverageOf(facts, query),
        moment,
        terms,
        termName: (id) => (id === null ? null : (names.get(id) ?? id)),
      });
    });
  }
}

async function reportOf(
  manager: EntityManager,
  { by, term }: CoverageQuery,
  found: Found,
): Promise<CoverageReport> {
  const { moment, reviews, members, left, terms, termName } = found;
  const groups = countedGroups(found, by, await groupsByCut(manager, by, terms));
  const regions = await groupsByCut(manager, 'REGION');
  const byRegion = by === 'REGION' ? groups : countedGroups(found, 'REGION', regions);
  const total = figuresOf(reviews.map(({ stage }) => stage));
  const ids = terms.map(({ id }) => id).filter((id) => term === undefined || id === term);
  return {
    academicYear: moment.academicYear,
    years: moment.years,
    term: term ?? null,
    terms: terms.map(({ id, name }) => ({ key: id, name })),
    regions: regions.filter(({ key }) => key !== 'none').map(({ name }) => name),
    phases: [...PHASES, 'NOT_KNOWN' as const].map((key) => ({
      key,
      name: phaseInWords(key === 'NOT_KNOWN' ? null : key),
    })),
    title: `Coverage, ${term === undefined ? yearInWords(moment.academicYear) : (termName(term) ?? term)}`,
    asAt: moment.asAt,
    asAtWords: `As at ${weekdayInWords(moment.asAt)}.`,
    knownAt: moment.knownAt,
    headline: headlineOf(
      total,
      byRegion.filter(({ isPriority }) => isPriority),
    ),
    stagesWords: stagesInWords(total),
    publishingWords: publishingInWords(total),
    drafts: draftsInWords(await newestDrafts(manager, ids, moment.knownAt)),
    total,
    members: members.length,
    by,
    cuts: CUTS.map((key) => ({ key, name: CUT_NAMES[key].name })),
    groupsWords: groupsWordsOf(by),
    groups,
    notice: noticeView(found),
    changes: changesView(found, total.published),
    left: {
      words: leftInWords(left.length, members.length),
      schools: left.length,
      reasons: REASONS.map((reason) => ({
        reason,
        name: REASON_NAMES[reason],
        schools: left.filter((each) => each.reason === reason).length,
      })).filter(({ schools }) => schools > 0),
    },
    needsInvented: reviews.some(({ school }) => school.needsInvented),
  };
}

function groupsWordsOf(by: Cut): string | null {
  return by === 'NEED'
    ? 'A school counts in each of its specialisms, so these rows come to more than the total.'
    : null;
}

function noticeView({ reviews }: Coverage): CoverageReport['notice'] {
  const published = reviews.filter(({ stage }) => countsIn(stage, 'published'));
  const notice = noticeOf(published.map(({ review }) => review));
  return { ...notice, words: noticeInWords(notice) };
}

function changesView({ changes }: Coverage, published: number): CoverageReport['changes'] {
  const table = changeTable(changes);
  const kindsOf = (counts: (typeof table)[number]['counts']): CoverageReport['changes']['kinds'] =>
    CHANGE_KINDS.map((kind) => ({ kind, name: CHANGE_NAMES[kind], changes: counts[kind] }));
  return {
    words: changesInWords(changes, published),
    total: changes.length,
    kinds: CHANGE_KINDS.map((kind) => ({
      kind,
      name: CHANGE_NAMES[kind],
      changes: table.reduce((sum, { counts }) => sum + counts[kind], 0),
    })),
    causes: CAUSERS.map((causedBy) => {
      const kinds = kindsOf(
        table.find((row) => row.by === causedBy)?.counts ?? {
          NEW_LEAD: 0,
          NEW_SLOT: 0,
          NEW_LEAD_AND_SLOT: 0,
          NO_LEAD: 0,
          CALLED_OFF: 0,
        },
      );
      return {
        causedBy,
        name: WHO[causedBy],
        changes: kinds.reduce((sum, each) => sum + each.changes, 0),
        kinds,
      };
    }),
  };
}
