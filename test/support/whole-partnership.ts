/** A small but complete partnership, as one file of every kind that can be imported. */
import { type NamedFile } from '../../src/exchange/reading/table.js';

/** What is there before anything is imported, as SQL. */
export const REFERENCE_DATA = `
    INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon) VALUES
      ('London', 'E12000007', 'H', 51.5, -0.1), ('North East', 'E12000001', 'A', 54.8, -1.5);
    INSERT INTO local_authority (code, name, gias_name, region) VALUES ('202', 'Camden', 'Camden', 'London');
    INSERT INTO postcode_district (district, lat, lon, region, la_name) VALUES
      ('NW3', 51.5, -0.1, 'London', 'Camden'), ('NE1', 54.9, -1.6, 'North East', 'Newcastle');
    INSERT INTO need (code, name, broad_area, gias_label) VALUES
      ('ASD', 'Autism', 'C', 'ASD'), ('SEMH', 'Social', 'S', 'SEMH');
    INSERT INTO academic_year VALUES ('2026/27', '2026-09-01', '2027-08-31');
    INSERT INTO term (id, academic_year, season, name, starts_on, ends_on) VALUES
      ('autumn-2026', '2026/27', 'AUTUMN', 'Autumn 2026', '2026-09-01', '2026-12-18'),
      ('spring-2027', '2026/27', 'SPRING', 'Spring 2027', '2027-01-04', '2027-03-25');
    INSERT INTO training_day VALUES ('2026-09-24', 'Training day', 'IN_PERSON');
  `;

export function csv(name: string, ...lines: string[]): NamedFile {
  return { name, bytes: Buffer.from(lines.join('\n'), 'utf8') };
}

const SCHOOLS = csv(
  'schools.csv',
  'URN,Name,Type,Phase,Trust UID,Trust name,LA code,Needs,Latitude,Longitude',
  '100006,Heath School,Pupil referral unit,AP,,,202,SEMH; ASD,51.55418,-0.16078',
  "100091,=HYPERLINK(),Community special school,Special,2053,'+Trust,202,ASD,,",
);
const LEADS = csv(
  'lead-reviewers.csv',
  'Reference,Name,Email,Postcode,Phases,Needs,Reviews led before,Synthetic',
  'LR-001,Ann O’Neill,ann@example.org,NW3 2NY,Special; Primary,ASD,7,yes',
  'LR-002,-Bo,,NE1,,,0,no',
);

export const EVERYTHING: NamedFile[] = [
  SCHOOLS,
  csv('memberships.csv', 'URN,From,To', '100006,01/09/2025,', '100091,2025-09-01,2027-08-31'),
  csv('school-closures.csv', 'URN,From,To,Reason', '100006,2027-02-01,2027-02-02,Boiler'),
  LEADS,
  csv('former-homes.csv', 'Reference,From,To,Postcode', 'LR-001,1900-01-01,2026-03-02,NE1'),
  csv(
    'employment.csv',
    'Reference,From,To,Serving leader,School URN,Trust UID,Employer',
    'LR-001,2026-09-01,,Yes,100091,2053,School',
    'LR-002,2026-09-01,,No,,,Self-employed',
  ),
  csv(
    'standing.csv',
    'Reference,From,To,Standing,Reason',
    'LR-001,2025-09-01,,In the pool,',
    'LR-002,2026-09-01,,IN_INDUCTION,',
  ),
  csv(
    'gates.csv',
    'Reference,Gate,From,To',
    'LR-001,DBS,2025-01-01,2028-01-01',
    'LR-001,Code of conduct,2025-01-01,',
  ),
  csv(
    'training-attendance.csv',
    'Reference,Training day,Outcome,Date',
    'LR-001,24/09/2026,Attended,24/09/2026',
  ),
  csv('induction.csv', 'Reference,Stage,Done on', 'LR-002,Virtual induction,2026-09-10'),
  csv(
    'regions.csv',
    'Reference,Region,From,To,Grade,Reason',
    'LR-001,london,2026-09-01,,Preferred,',
    'LR-002,London,2026-09-01,,No,Too far',
  ),
  csv(
    'conflicts.csv',
    'Reference,Kind,School URN,Trust UID,From,To,Reason',
    'LR-001,Worked at,100006,,2020-01-01,2023-08-31,Deputy head',
    'LR-002,Declared tie,,2053,2026-09-01,,Governor',
  ),
  csv(
    'conflict-overrides.csv',
    'Reference,School URN,From,To,Reason',
    'LR-001,100006,2026-09-01,2027-08-31,Long ago',
  ),
  csv(
    'own-limits.csv',
    'Reference,From,To,Most in a term,Rest reviews,Rest weeks,Furthest km',
    'LR-002,2026-09-01,,3,2,4,150',
  ),
  csv('contracts.csv', 'Reference,Academic year,From,To', 'LR-001,2026/27,2026-09-01,2027-08-31'),
  csv(
    'commitment-overrides.csv',
    'Reference,Academic year,Minimum,Reason,Decided on',
    'LR-001,2026/27,4,Illness,2026-10-01',
  ),
  csv(
    'availability-answers.csv',
    'Term,Reference,Answered on,Default,Ceiling,Note',
    'spring-2027,LR-001,2026-11-20,Available,3,"Two\nlines"',
  ),
  csv(
    'availability-statements.csv',
    'Term,Reference,Number,Kind,Rule,From,To,Week,Window,Grade',
    'spring-2027,LR-001,1,Rule,RRULE:FREQ=WEEKLY;BYDAY=MO,,,,,Unavailable',
    'spring-2027,LR-001,2,Range,,2027-02-01,2027-02-05,,,If needed',
    'spring-2027,LR-001,3,Date,,2027-03-01,,,,Preferred',
    'spring-2027,LR-001,4,Window,,,,2027-01-11,Mon–Wed,Preferred',
  ),
  csv(
    'reviews.csv',
    'Review,URN,Academic year,State,Term,Carried over,Since,Ended by,Reason,Priority,Priority reason',
    'QAR-1,100006,2026/27,Requested,Spring 2027,0,2026-09-01,,,3,Asked twice',
    'QAR-2,100091,2026/27,Cancelled,autumn-2026,0,2026-10-01,School,Ofsted,,',
  ),
  csv(
    'host-answers.csv',
    'Review,Term,Answered on,Any usable window',
    'QAR-1,spring-2027,2026-11-20,No',
  ),
  csv(
    'host-windows.csv',
    'Review,Term,Week,Window,Grade',
    'QAR-1,spring-2027,2027-01-11,Mon-Wed,Preferred',
    'QAR-1,spring-2027,2027-01-18,WED_FRI,Acceptable',
  ),
  csv(
    'seats.csv',
    'Review,Role,Reference,Week,Window,Term,Offered on,Accepted on,Declined on,Withdrawn on,Cancelled on,Ended by,Reason,Led on',
    'QAR-2,Lead,LR-001,2026-10-12,Mon–Wed,autumn-2026,2026-09-20,2026-09-22,,,2026-10-01,School,Ofsted,',
    'QAR-1,Lead,LR-002,2027-01-11,Mon–Wed,spring-2027,2026-12-10,,2026-12-12,,,Lead Reviewer,Away,',
    'QAR-1,Lead,LR-001,2027-01-11,Mon–Wed,spring-2027,2026-12-13,2026-12-14,,,,,,',
  ),
];
