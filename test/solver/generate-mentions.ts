/**
 * The parts of a random tiny problem that mention its people, reviews and slots: what has been
 * published, pins and bans. Half are drawn from seats that look permitted, so that many can hold.
 */
import fc, { type Arbitrary } from 'fast-check';
import {
  type Ban,
  type Lead,
  type Pin,
  type Review,
  type SeatRow,
  type Slot,
  WINDOWS,
} from '../../src/solver/problem.js';

/** A date that is no week of any tiny problem. */
export const NOT_A_WEEK = '2027-06-07';

/** What can be mentioned. */
export interface Mentions {
  leads: Lead[];
  reviews: Review[];
  slots: Slot[];
  plausible: SeatRow[];
}

/** `usual`, and one time in `oneIn` something else. */
export function usually<T>(usual: Arbitrary<T>, oneIn: number, other: Arbitrary<T>): Arbitrary<T> {
  return fc.oneof({ weight: oneIn - 1, arbitrary: usual }, { weight: 1, arbitrary: other });
}

/** One of these, none more often than another. */
export function constants<T>(...values: T[]): Arbitrary<T> {
  return fc.constantFrom(...values);
}

/** One of the slots; now and then one in a week that the problem does not have. */
export function slotOrElsewhere(slots: Slot[]): Arbitrary<Slot> {
  const elsewhere: Slot = { week: NOT_A_WEEK, window: 'MON_WED' };
  return usually(constants(...slots), 15, fc.constant(elsewhere));
}

/** Seats that fit by role, window and availability; other rules may still forbid them. */
export function plausibleRows(leads: Lead[], reviews: Review[]): SeatRow[] {
  return reviews.flatMap((review) =>
    review.windows.flatMap(({ week, window }) => {
      const free = leads.filter((person) => person.availability[week]?.[window] !== undefined);
      return free
        .filter(({ roles }) => roles.includes('LEAD'))
        .flatMap(({ id, isNew }) => {
          const row = {
            review: review.id,
            week,
            window,
            lead: id,
            qualityAssurer: null,
            shadow: null,
          };
          const seat = isNew ? 'qualityAssurer' : 'shadow';
          const role = isNew ? 'QUALITY_ASSURER' : 'SHADOW';
          const seconds = free.filter((other) => other.id !== id && other.roles.includes(role));
          return [row, ...seconds.map((second) => ({ ...row, [seat]: second.id }))];
        });
    }),
  );
}

/** At most one row a review; people, reviews and weeks that are no longer there now and then. */
export function publishedRows({
  leads,
  reviews,
  slots,
  plausible,
}: Mentions): Arbitrary<SeatRow[]> {
  const someone = constants(...leads.map(({ id }) => id), 'gone');
  const second = usually<string | null>(fc.constant(null), 3, someone);
  const row = (review: string): Arbitrary<SeatRow[]> => {
    const empty = {
      review,
      week: null,
      window: null,
      lead: null,
      qualityAssurer: null,
      shadow: null,
    };
    const anything = fc
      .record({
        slot: slotOrElsewhere(slots),
        lead: someone,
        qualityAssurer: second,
        shadow: second,
      })
      .map(({ slot, ...seats }): SeatRow[] => [{ review, ...slot, ...seats }]);
    const likely = plausible.filter((candidate) => candidate.review === review);
    const drawn =
      likely.length === 0
        ? anything
        : usually(constants(...likely.map((one) => [one])), 4, anything);
    return usually(drawn, 5, constants<SeatRow[]>([], [empty]));
  };
  return fc.tuple(...[...reviews.map(({ id }) => id), 'gone'].map(row)).map((rows) => rows.flat());
}

/** Few fields each, so that many can hold; sometimes alike, sometimes against one another. */
export function pins({ leads, reviews, slots, plausible }: Mentions): Arbitrary<Pin[]> {
  if (reviews.length === 0) return fc.constant([]);
  const anything = fc
    .record({
      review: constants(...reviews.map(({ id }) => id)),
      slot: slotOrElsewhere(slots),
      lead: constants(...leads.map(({ id }) => id), null),
      second: constants(...leads.map(({ id }) => id), null),
      seat: constants('qualityAssurer', 'shadow'),
    })
    .map(({ review, slot, lead, second, seat }): SeatRow => {
      const row = { review, ...slot, lead, qualityAssurer: null, shadow: null };
      return { ...row, [seat]: second };
    });
  const source = plausible.length === 0 ? anything : usually(constants(...plausible), 6, anything);
  const pin = fc
    .tuple(source, constants<Naming>(...NAMINGS))
    .map(([row, named]) => pinOn(row, named));
  const few = fc.oneof(fc.tuple(pin), fc.tuple(pin, pin), fc.tuple(pin, pin, pin));
  return fc
    .tuple(few, fc.boolean())
    .map(([drawn, again]) => (again ? [...drawn, ...drawn.slice(0, 1)] : drawn));
}

type Naming = 'review' | 'lead' | 'second' | 'slot' | 'all';
const NAMINGS: Naming[] = ['review', 'lead', 'lead', 'second', 'second', 'slot', 'all'];

function pinOn(
  { review, week, window, lead, qualityAssurer, shadow }: SeatRow,
  named: Naming,
): Pin {
  const pin: Pin = { review };
  if ((named === 'lead' || named === 'all') && lead !== null) pin.lead = lead;
  if ((named === 'second' || named === 'all') && qualityAssurer !== null) {
    pin.qualityAssurer = qualityAssurer;
  }
  if ((named === 'second' || named === 'all') && shadow !== null) pin.shadow = shadow;
  if ((named === 'slot' || named === 'all') && week !== null && window !== null) {
    pin.week = week;
    pin.window = window;
  }
  return pin;
}

/** Of every kind: by review, week, window, any two or all three, seldom from everything. */
export function bans({ leads, reviews, slots }: Mentions): Arbitrary<Ban[]> {
  if (leads.length === 0) return fc.constant([]);
  const lead = constants(...leads.map(({ id }) => id));
  const week = slotOrElsewhere(slots).map((slot) => slot.week);
  const window = fc.constantFrom(...WINDOWS);
  const narrow: Arbitrary<Ban>[] = [
    fc.record({ lead, week }),
    fc.record({ lead, window }),
    fc.record({ lead, week, window }),
  ];
  if (reviews.length > 0) {
    const review = constants(...reviews.map(({ id }) => id));
    narrow.push(
      fc.record({ lead, review }),
      fc.record({ lead, review, week }),
      fc.record({ lead, review, window }),
      fc.record({ lead, review, week, window }),
    );
  }
  return fc.array(usually(fc.oneof(...narrow), 15, fc.record({ lead })), { maxLength: 3 });
}
